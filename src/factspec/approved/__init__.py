"""The article as a person approved it: its lines, who approved them, and the file that has them."""
