"""Keys and signatures, beside those that minisign 0.11 made."""

import pytest

from newsroom.edition.minisign import (
    ForgedError,
    KeyFormError,
    ProtectedKeyError,
    PublicKey,
    SecretKey,
    signed_words,
)

DATA = b"hello\n"
PUBLIC = (
    "untrusted comment: minisign public key A6C49BB39826A3E5\n"
    "RWTloyaYs5vEphDQD5LcJdDEl5hBB0ijSezoGfRvprIDavT3V1aloHYA\n"
)
SECRET = (
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA5aMmmLObxKbRqGbfNkRcejn3"
    "GyaSUZDP89GcUYmGfSXCAjc9cwX+FxDQD5LcJdDEl5hBB0ijSezoGfRvprIDavT3V1aloHYAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAA=\n"
)
SIGNATURE = (
    "untrusted comment: signature from minisign secret key\n"
    "RWTloyaYs5vEpnwtiY0SysWcz9xbZyU8ZgPHaCCbyvsC+qa2KwuH2iS2DnlMzqzBqpF8r1OMyaJyI2BvBMlfruXB4SO9ldtzeQI=\n"
    "trusted comment: some words\n"
    "QOKKsFkoCMsLfyd8vq3G7rLx8Q2dp53uqK+UhEnrMrw4Ry0EkS/g6bJU6kf/g4dnC9dCBMvHBeUggp0BOQr7AA==\n"
)
"""What `minisign -GW` and `minisign -Sl -t 'some words'` made."""


def test_keys_of_minisign_are_read_and_written_as_they_are() -> None:
    secret, public = SecretKey.read(SECRET), PublicKey.read(PUBLIC)

    assert secret.public == public == PublicKey.read(public.line)
    assert (secret.text, public.text) == (SECRET, PUBLIC)


def test_signature_is_that_of_minisign_byte_for_byte() -> None:
    assert SecretKey.read(SECRET).sign(DATA, "some words") == SIGNATURE
    assert signed_words(DATA, SIGNATURE, PublicKey.read(PUBLIC)) == "some words"


def test_no_byte_of_a_signature_can_be_another_one() -> None:
    key = PublicKey.read(PUBLIC)

    for at in range(len(SIGNATURE)):
        for other in "A~\n":
            if SIGNATURE[at] != other:
                with pytest.raises(ForgedError):
                    signed_words(DATA, SIGNATURE[:at] + other + SIGNATURE[at + 1 :], key)


def test_other_data_another_key_and_another_id_are_refused() -> None:
    key, other = PublicKey.read(PUBLIC), SecretKey.new().public

    for data, asked in ((b"hello", key), (DATA, other), (DATA, PublicKey(other.id, key.key))):
        with pytest.raises(ForgedError):
            signed_words(data, SIGNATURE, asked)


def test_fingerprint_is_of_the_key_alone() -> None:
    key = PublicKey.read(PUBLIC)

    assert key.fingerprint == PublicKey(bytes(8), key.key).fingerprint
    assert {len(group) for group in key.fingerprint.split()} == {4}


@pytest.mark.parametrize("text", ["", "RW", PUBLIC + PUBLIC, SECRET, "کلید", "A" * 56])
def test_text_that_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(KeyFormError):
        PublicKey.read(text)


@pytest.mark.parametrize(
    "text", ["", PUBLIC, SECRET.replace("5aMm", "AAAA").replace("DQD5", "AAAA")]
)
def test_text_that_is_no_secret_key_is_refused(text: str) -> None:
    with pytest.raises(KeyFormError):
        SecretKey.read(text)


def test_key_with_a_password_is_told_from_no_key() -> None:
    with pytest.raises(ProtectedKeyError):
        SecretKey.read(SECRET.replace("RWQAAEIy", "RWRTY0Iy"))
