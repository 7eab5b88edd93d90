from hypothesis import given
from hypothesis import strategies as st

from factspec.articles.markdown.walker import codepoints


@given(text=st.text() | st.text("aé你😀", max_size=30))
def test_every_byte_offset_becomes_the_offset_of_its_character(text: str) -> None:
    offset = codepoints(text)

    for index in range(len(text) + 1):
        assert offset(len(text[:index].encode("utf-8", "surrogatepass"))) == index
