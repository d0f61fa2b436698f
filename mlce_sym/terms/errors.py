"""The errors of this package: whoever calls a public function has `MlceError` to catch."""

from __future__ import annotations


class MlceError(Exception):
    """What every error of the package's own is; its message is one line that says what, where and why."""


class NoSuchName(MlceError, LookupError, ValueError):
    """A name that is missing, or that nothing here has; the message says which there are, or which are near."""


class Malformed(MlceError, ValueError):
    """Data that is not a term; the message says what and where, in one line."""


class TooLarge(MlceError, ValueError):
    """An operation would give a term beyond the size limits."""


class Refused(MlceError):
    """A step that is not justified; the message says which condition is missing, and of what."""
