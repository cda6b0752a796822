"""Measuring coded reports against gold files, in the terms of the codebook."""
