"""An article held against itself: two statements, dates and weekdays, parts and totals, forms of a name."""
