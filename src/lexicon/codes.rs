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
        self.pairs().filter_map(|pair| pair.split_once('='))
    }

    /// The values of a key, as listed.
    pub fn get<'c, 'k>(&'c self, key: &'k str) -> impl Iterator<Item = &'c str> + use<'c, 'k> {
        self.pairs().filter_map(move |pair| pair.strip_prefix(key)?.strip_prefix('='))
    }

    fn pairs(&self) -> impl Iterator<Item = &str> {
        let ends = memchr::memchr_iter(b'|', self.0.as_bytes()).chain([self.0.len()]);
        let mut start = 0;
        ends.map(move |end| {
            let pair = &self.0[start..end];
            start = end + 1;
            pair
        })
    }
}
