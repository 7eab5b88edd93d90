"""Locks as an older factspec wrote them, for tests that they still load and check as they did."""

import json
from collections.abc import Collection

from factspec.approved.lock import Lock


def as_version_1(lock: Lock, without: Collection[str] = ()) -> str:
    """The claims of a lock as JSON of version 1, without these keys of each place."""
    claims: dict[str, dict[str, object]] = {}
    for (claim, file), one in lock.approvals.items():
        places = [
            {key: value for key, value in place._asdict().items() if value is not None and key not in without}
            for place in one.contexts
        ]
        entry = {"by": one.by, "on": one.on.isoformat(), "claim": one.digest, "places": places}
        claims.setdefault(claim, {})[file] = entry
    return json.dumps({"claims": claims, "factspec-lock": 1})
