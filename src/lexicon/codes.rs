//! The codes of an entity, kept as the lexicon writes them: most are never looked at.

/// Codes of other systems, and facts for disambiguation (coordinates, population, country): `key=value` pairs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codes(Box<str>);

impl Codes {
    /// Pairs with a bar between them; each part must have a key, an equals sign and a value.
    pub(super) fn new(pairs: &str) -> Self {
        Self(pairs.into())
    }

    /// Every key with its value, as listed.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.split('|').filter_map(|pair| pair.split_once('='))
    }

    /// The values of a key, as listed.
    pub fn get<'c>(&'c self, key: &'c str) -> impl Iterator<Item = &'c str> {
        self.iter().filter(move |(known, _)| *known == key).map(|(_, value)| value)
    }
}
