"""How each kind of claim is found: `says`, `quotes`, `facts`."""
