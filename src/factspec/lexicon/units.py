"""Names of units that also stand without a number: closed over units of time, length, area, mass, volume and shares."""

UNITS: dict[str, str] = {
    form: name
    for name, forms in {
        "second": "seconds", "minute": "minute minutes", "hour": "hour hours", "day": "day days", "week": "week weeks",
        "month": "month months", "year": "year years yr yrs", "decade": "decade decades",
        "century": "century centuries",
        "millimetre": "millimetre millimetres millimeter millimeters mm",
        "centimetre": "centimetre centimetres centimeter centimeters cm",
        "metre": "metre metres meter meters", "kilometre": "kilometre kilometres kilometer kilometers km kms",
        "inch": "inch inches", "foot": "feet", "yard": "yards", "mile": "mile miles", "acre": "acre acres",
        "hectare": "hectare hectares", "gram": "gram grams gramme grammes",
        "kilogram": "kilogram kilograms kg kilo kilos",
        "tonne": "tonne tonnes", "ton": "ton tons", "pound": "pounds lb lbs", "ounce": "ounce ounces oz",
        "litre": "litre litres liter liters", "gallon": "gallon gallons", "pint": "pint pints",
        "percent": "percent percentage percentages", "degree": "degree degrees", "celsius": "celsius centigrade",
        "fahrenheit": "fahrenheit", "megawatt": "megawatt megawatts", "kilowatt": "kilowatt kilowatts",
        "barrel": "barrel barrels", "knot": "knots",
        "daily": "daily", "weekly": "weekly", "monthly": "monthly", "annual": "annual annually yearly",
    }.items()
    for form in forms.split()
}  # fmt: skip
