"""Addresses as they are compared: what two spellings of one page share."""

import re

_TRACKING = r"(?:^|&)utm_[^&]*"
# What word processors and mail programs put around a link, and the parameters that hold its target.
_REDIRECTOR = r"(?:www\.)?google\.[a-z.]{2,6}"
_DOI = r"(?i:(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)(10\..+)$)"


def same_page(url: str) -> str:
    """The key of an address: host and path without scheme, `www.`, fragment, `utm_*` and a trailing slash.

    A DOI in any of its forms has the key of its resolver's address, a link that Google redirects that of its target.
    What is no address is its own key.
    """
    from urllib.parse import urlsplit

    url = _target(url)
    doi = re.match(_DOI, url.strip())
    if doi:
        return f"doi.org/{doi[1].lower()}"
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # an unclosed bracket in the host
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.")
    query = re.sub(_TRACKING, "", parts.query).lstrip("&")
    return host + parts.path.rstrip("/") + (f"?{query}" if query else "")


def _target(url: str) -> str:
    """Where `https://www.google.com/url?q=…` leads, as the documents of Google write their links; else the address."""
    if "google." not in url or "/url?" not in url:
        return url
    from urllib.parse import parse_qs, urlsplit

    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    if parts.path != "/url" or not re.fullmatch(_REDIRECTOR, parts.netloc.lower()):
        return url
    asked = parse_qs(parts.query)
    return next((asked[name][0] for name in ("q", "url") if name in asked), url)
