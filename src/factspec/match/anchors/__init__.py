"""How a claim is anchored, one module a kind of claim, named by the key that holds the claim's words."""
