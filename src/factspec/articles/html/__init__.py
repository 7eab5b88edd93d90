"""How a page of HTML is read."""
