"""Tables of the differences that say nothing new, with their examples."""
