"""Signatures and keys in the format of minisign, in its form `Ed` (jedisct1.github.io/minisign).

A signature in this form is one of the file itself (RFC 8032), which browsers can check; the newer
form `ED` signs a BLAKE2b digest, which they cannot make. A second signature is one of the first and
of the trusted comment. A secret key has no password: it is kept where only its owner and the
workflow read it.

A check holds the whole text to the one it expects, so that no byte of it can differ unseen.
"""

import binascii
import hashlib
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass

_FORM = b"Ed"
_CHECKSUM_FORM = b"B2"
_PUBLIC, _SECRET = "minisign public key", "minisign encrypted secret key"
_SIGNED = "untrusted comment: signature from minisign secret key"
_TRUSTED = "trusted comment: "
_ID, _KEY, _SIGNATURE = 8, 32, 64
_SALTED = 32 + 8 + 8
"""Bytes a password would fill: its salt and its two limits."""


class KeyFormError(ValueError):
    """A text is no key of the form that is read here."""


class ProtectedKeyError(KeyFormError):
    """A secret key is protected by a password."""


class ForgedError(ValueError):
    """A signature is not one of these bytes by this key."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What a signature is checked by."""

    id: bytes
    """Tells keys apart; it proves nothing."""
    key: bytes

    @classmethod
    def read(cls, text: str) -> "PublicKey":
        """The key in the text of a `.pub` file, or in its second line alone.

        Raises `KeyFormError` for anything else.
        """
        lines = text.strip().splitlines()
        data = _decoded(lines[-1] if lines else "")
        if len(lines) > 2 or len(data) != 2 + _ID + _KEY or not data.startswith(_FORM):
            raise KeyFormError(text)
        return cls(data[2 : 2 + _ID], data[2 + _ID :])

    @property
    def line(self) -> str:
        """The key as it is given to people: 56 letters that begin with RW."""
        return _encoded(_FORM + self.id + self.key)

    @property
    def text(self) -> str:
        """The content of a `.pub` file."""
        return f"untrusted comment: {_PUBLIC} {self.id[::-1].hex().upper()}\n{self.line}\n"

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the key, in groups of four digits, to be compared by eye or ear."""
        digits = hashlib.sha256(self.key).hexdigest()
        return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


@dataclass(frozen=True, slots=True)
class SecretKey:
    """What signs."""

    id: bytes
    seed: bytes

    @classmethod
    def new(cls) -> "SecretKey":
        """A key by the randomness of the system."""
        return cls(os.urandom(_ID), os.urandom(_KEY))

    @classmethod
    def read(cls, text: str) -> "SecretKey":
        """The key in the text of a file that `minisign -GW` or `newsroom edition-key` has made.

        Raises `ProtectedKeyError` for one with a password, `KeyFormError` for what is no key.
        """
        lines = text.strip().splitlines()
        data = _decoded(lines[-1] if lines else "")
        start = 6 + _SALTED
        if len(data) != start + _ID + 3 * _KEY or data[:2] + data[4:6] != _FORM + _CHECKSUM_FORM:
            raise KeyFormError("no secret key")
        if data[2:4] != bytes(2):
            raise ProtectedKeyError("a password")
        key = cls(data[start : start + _ID], data[start + _ID : start + _ID + _KEY])
        if key.public.key != data[start + _ID + _KEY : -_KEY]:
            raise KeyFormError("no secret key")
        return key

    @property
    def text(self) -> str:
        """The content of the file it is kept in."""
        head = _FORM + bytes(2) + _CHECKSUM_FORM + bytes(_SALTED)
        data = head + self.id + self.seed + self.public.key + bytes(_KEY)
        return f"untrusted comment: {_SECRET}\n{_encoded(data)}\n"

    @property
    def public(self) -> PublicKey:
        """The key that checks what this one signs."""
        from cryptography.hazmat.primitives.asymmetric import ed25519

        private = ed25519.Ed25519PrivateKey.from_private_bytes(self.seed)
        return PublicKey(self.id, private.public_key().public_bytes_raw())

    def sign(self, data: bytes, words: str) -> str:
        """The content of a `.minisig` file for some bytes; `words` are signed with them."""
        from cryptography.hazmat.primitives.asymmetric import ed25519

        private = ed25519.Ed25519PrivateKey.from_private_bytes(self.seed)
        signature = private.sign(data)
        return _signature_text(self.id, signature, words, private.sign(signature + words.encode()))


def signed_words(data: bytes, text: str, key: PublicKey) -> str:
    """The words that were signed with some bytes, by the content of a `.minisig` file and a key.

    Raises `ForgedError` for any other bytes, text or key.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ed25519

    try:
        _, line, trusted, last = text.splitlines()
        signature, whole = _decoded(line)[2 + _ID :], _decoded(last)
        words = trusted.removeprefix(_TRUSTED)
        public = ed25519.Ed25519PublicKey.from_public_bytes(key.key)
        public.verify(signature, data)
        public.verify(whole, signature + words.encode())
    except (InvalidSignature, ValueError):
        raise ForgedError(text) from None
    if text != _signature_text(key.id, signature, words, whole):
        raise ForgedError(text)
    return words


def _signature_text(id: bytes, signature: bytes, words: str, whole: bytes) -> str:
    line = _encoded(_FORM + id + signature)
    return f"{_SIGNED}\n{line}\n{_TRUSTED}{words}\n{_encoded(whole)}\n"


def _encoded(data: bytes) -> str:
    return b64encode(data).decode()


def _decoded(line: str) -> bytes:
    try:
        return b64decode(line, validate=True)
    except (binascii.Error, ValueError):
        raise KeyFormError(line) from None
