"""Addresses as they are compared: what two spellings of one page share."""

import re
from urllib.parse import urlsplit

_TRACKING = re.compile(r"(?:^|&)utm_[^&]*")
_DOI = re.compile(r"^(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)(10\..+)$", re.IGNORECASE)


def same_page(url: str) -> str:
    """The key of an address: host and path without scheme, `www.`, fragment, `utm_*` and a trailing slash.

    A DOI in any of its forms has the key of its resolver's address. What is no address is its own key.
    """
    doi = _DOI.match(url.strip())
    if doi:
        return f"doi.org/{doi[1].lower()}"
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # an unclosed bracket in the host
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.")
    query = _TRACKING.sub("", parts.query).lstrip("&")
    return host + parts.path.rstrip("/") + (f"?{query}" if query else "")
