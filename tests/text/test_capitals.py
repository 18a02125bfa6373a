from newsroom.text.capitals import capitals_in


def test_capitals_within_a_sentence_are_found_and_known_names_left_out() -> None:
    text = "In Delvar the Harbour Board and Mayor Ali Rad met. The Board said so."
    taken = [(text.index("Ali Rad"), text.index("Ali Rad") + len("Ali Rad"))]

    found = [(text[start:].startswith(words), words) for start, words in capitals_in(text, taken)]

    assert found == [(True, "Delvar"), (True, "Harbour Board"), (True, "Mayor"), (True, "Board")]
