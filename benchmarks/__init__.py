"""Made collections of any size, and timings of the stages on them."""
