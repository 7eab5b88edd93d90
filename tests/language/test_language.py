import pytest

from factspec.language.sentences import language_of


@pytest.mark.parametrize(
    "text, language",
    [
        pytest.param("", "en", id="nothing"),
        pytest.param(
            "The die was cast in the war, so he said on the den.", "en", id="English words of other languages"
        ),
        pytest.param("Ursula von der Leyen met el Sayed, Los Lobos and Della Ross et al. en route.", "en", id="names"),
        pytest.param("He read das Kapital and left.", "en", id="one word"),
        pytest.param("Die Stadt wird das nicht zahlen.", "de", id="German"),
        pytest.param("Dijo que los bancos fueron cerrados.", "es", id="Spanish"),
        pytest.param("La banca della città è chiusa.", "it", id="Italian"),
        pytest.param("Brua ble stengt og det regnet.", "da", id="Norwegian"),
        pytest.param("Bron är stängd och det regnar inte.", "da", id="Swedish"),
    ],
)
def test_language_of(text: str, language: str) -> None:
    assert language_of(text) == language
