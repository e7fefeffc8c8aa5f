"""Wrong work as students write it, by exercise, with the sentence that each should get."""
