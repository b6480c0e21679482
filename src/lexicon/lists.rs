//! Plain lists of words: `[section]` headings, words separated by blanks, `#` comments.

/// Words that tell by standing beside a name how it is meant.
pub const CONTEXT_WORDS: &str = include_str!("../../lexicons/context/words.txt");

/// Given names of persons, of all regions.
pub const GIVEN_NAMES: &str = include_str!("../../lexicons/context/given_names.txt");

/// Supersenses of nouns and verbs.
pub const SUPERSENSES: &str = include_str!("../../lexicons/context/supersenses.txt");

/// The weights of the rules that read a name as actor or place.
pub const READING_WEIGHTS: &str = include_str!("../../lexicons/context/reading_weights.tsv");

/// Each word of a list with the section it stands in (empty before the first heading).
pub fn words(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_ascii_whitespace)
        .filter_map(move |word| match word.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(heading) => {
                section = heading;
                None
            }
            None => Some((section, word)),
        })
}
