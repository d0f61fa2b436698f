"""What words say: kinds, ranges, cases, laws."""
