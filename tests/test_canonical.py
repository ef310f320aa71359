"""A report's text is written in one way only, so its fingerprint can be worked out again by anybody."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.canonical import canonical, fingerprint_of

words = st.text(st.characters(exclude_categories=["Cs"]))
contents = st.dictionaries(
    words,
    st.recursive(
        st.none() | st.booleans() | st.integers() | words,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


@given(contents)
def test_canonical_text_holds_all_of_its_content(content):
    assert json.loads(canonical(content)) == content


@given(contents)
def test_canonical_text_is_the_same_whatever_the_order_of_the_keys(content):
    assert canonical(dict(reversed(content.items()))) == canonical(content)


def test_canonical_text_has_no_spaces_and_no_needless_escapes():
    assert canonical({"b": [1, None, True], "a": "Ünï “x”\n👪"}) == '{"a":"Ünï “x”\\n👪","b":[1,null,true]}'


def test_canonical_text_holds_no_number_that_json_has_not():
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"a": float("nan")})


def test_fingerprint_is_the_sha256_of_the_utf8_text():
    assert fingerprint_of("é") == hashlib.sha256(b"\xc3\xa9").hexdigest()
