//! Theme phrases: words, and slots of alternatives in braces.

/// What may stand at one place of a phrase; an empty alternative makes the place optional.
pub type Slot<'a> = Vec<&'a str>;

/// The slots of a phrase: `{drug|opium} trade` is two, of which the first has two alternatives.
///
/// `None` where braces do not pair, or nest.
///
/// ```
/// use briefscope::lexicon::slots;
/// assert_eq!(slots("{drug|opium poppy} trade"), Some(vec![vec!["drug", "opium poppy"], vec!["trade"]]));
/// assert_eq!(slots("{drug trade"), None);
/// ```
pub fn slots(phrase: &str) -> Option<Vec<Slot<'_>>> {
    let mut slots = Vec::new();
    let mut rest = phrase;
    while let Some((fixed, braced)) = rest.split_once('{') {
        let (inside, after) = braced.split_once('}')?;
        add_fixed(fixed, &mut slots)?;
        if inside.contains('{') {
            return None;
        }
        slots.push(inside.split('|').map(str::trim).collect());
        rest = after;
    }
    add_fixed(rest, &mut slots)?;
    Some(slots)
}

/// A stretch outside braces is a slot with one alternative.
fn add_fixed<'a>(fixed: &'a str, slots: &mut Vec<Slot<'a>>) -> Option<()> {
    if fixed.contains(['}', '|']) {
        return None;
    }
    if !fixed.trim().is_empty() {
        slots.push(vec![fixed.trim()]);
    }
    Some(())
}

/// The words of a stretch of a phrase that count: hyphens part words, articles and possessives are skipped.
pub fn phrase_words(text: &str) -> impl Iterator<Item = &str> {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2013}');
    text.split(is_gap).filter(|word| !word.is_empty() && !is_article(word))
}

/// Whether the word is an article or a possessive, which may stand inside a phrase.
pub fn is_article(word: &str) -> bool {
    const SKIPPED: &[&str] = &["a", "an", "the", "its", "his", "her", "their", "our"];
    word.len() <= 5 && SKIPPED.iter().any(|skipped| word.eq_ignore_ascii_case(skipped))
}
