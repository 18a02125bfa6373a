"""What a step of a workflow on GitHub hands to the next: lines of the file `GITHUB_OUTPUT`."""


def output_of(key: str, value: str) -> str:
    """A value under its key, delimited by a word it does not hold: nothing in it can end it."""
    word = "END"
    while word in value:
        word += "D"
    return f"{key}<<{word}\n{value}\n{word}\n" if "\n" in value else f"{key}={value}\n"
