//! Inflected forms of verbs and nouns, and spelling variants, by rule.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::grammar::irregular_verbs;

/// The forms of a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbForms {
    /// "supports"
    pub third: String,
    /// "supported", "stopped", "withdrew"; more than one where spelling varies.
    pub past: Vec<String>,
    /// "supported", "withdrawn"
    pub participle: Vec<String>,
    /// "supporting"
    pub ing: Vec<String>,
}

/// All forms of the verb `base`; `irregular` is its past tense and participle, if a lexicon gives them.
pub fn verb(base: &str, irregular: Option<&(String, String)>) -> VerbForms {
    let regular: Vec<String> = stems(base, 'e').into_iter().map(|stem| stem + "ed").collect();
    let known = irregular_of(base);
    let (past, participle) = match (irregular, known) {
        (Some((past, participle)), _) => (split(past), split(participle)),
        (None, Some((past, participle))) => (vec![past], vec![participle]),
        (None, None) => (regular.clone(), regular),
    };
    VerbForms {
        third: third(base),
        past,
        participle,
        ing: stems(base, 'i').into_iter().map(|stem| stem + "ing").collect(),
    }
}

/// The plural of a noun.
pub fn plural(noun: &str) -> String {
    match noun.strip_suffix("man") {
        Some(stem) if stem.len() > 2 => format!("{stem}men"),
        _ => third(noun),
    }
}

/// The British and American spellings of a word, the word itself first.
pub fn spellings(word: &str) -> Vec<String> {
    let mut all = vec![word.to_owned()];
    for end in ["e", "ed", "es", "er", "ers", "ing", "ation"] {
        let Some(root) = word.strip_suffix(end) else { continue };
        for (one, other) in [("is", "iz"), ("iz", "is"), ("ys", "yz"), ("yz", "ys")] {
            if let Some(stem) = root.strip_suffix(one).filter(|stem| stem.len() > 2) {
                all.push(format!("{stem}{other}{end}"));
            }
        }
    }
    for (one, other) in [
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("ouring", "oring"),
        ("ourable", "orable"),
        ("tre", "ter"),
        ("ence", "ense"),
    ] {
        swap_end(word, one, other, &mut all);
    }
    all
}

fn swap_end(word: &str, one: &str, other: &str, all: &mut Vec<String>) {
    for (from, to) in [(one, other), (other, one)] {
        if let Some(stem) = word.strip_suffix(from)
            && stem.len() > 2
        {
            all.push(format!("{stem}{to}"));
        }
    }
}

fn split(forms: &str) -> Vec<String> {
    forms.split('/').map(str::to_owned).collect()
}

/// Past tense and participle by the base form; the first where a verb is listed twice.
static IRREGULAR: LazyLock<FxHashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    let mut forms = FxHashMap::default();
    for (base, past, participle) in irregular_verbs() {
        forms.entry(base).or_insert((past, participle));
    }
    forms
});

/// Past tense and participle of an irregular verb or of one with a prefix: "re-take".
fn irregular_of(base: &str) -> Option<(String, String)> {
    let find = |verb: &str| IRREGULAR.get(verb).copied();
    if let Some((past, participle)) = find(base) {
        return Some((past.to_owned(), participle.to_owned()));
    }
    let (prefix, rest) = base.split_once('-')?;
    let (past, participle) = find(rest)?;
    Some((format!("{prefix}-{past}"), format!("{prefix}-{participle}")))
}

fn third(base: &str) -> String {
    let consonant_y = base.ends_with('y') && !base.chars().rev().nth(1).is_some_and(is_vowel);
    if base == "be" || base == "have" {
        return if base == "be" { "is" } else { "has" }.to_owned();
    }
    if consonant_y {
        format!("{}ies", &base[..base.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|end| base.ends_with(end))
        || matches!(base, "go" | "do" | "veto" | "undergo" | "forgo" | "undo")
    {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

/// What "ed" (`next` = 'e') or "ing" (`next` = 'i') is added to.
fn stems(base: &str, next: char) -> Vec<String> {
    let mut rev = base.chars().rev();
    let (last, before, third) = (rev.next(), rev.next(), rev.next());
    if next == 'i' && base.ends_with("ie") {
        return vec![format!("{}y", &base[..base.len() - 2])];
    }
    if last == Some('e') {
        let keep = next == 'i' && (base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye") || base == "be");
        return vec![if keep { base.to_owned() } else { base[..base.len() - 1].to_owned() }];
    }
    if last == Some('y') && next == 'e' && !before.is_some_and(is_vowel) {
        return vec![format!("{}i", &base[..base.len() - 1])];
    }
    if last == Some('c') && before == Some('i') {
        return vec![format!("{base}k")];
    }
    let closed = last.is_some_and(|c| !is_vowel(c) && !matches!(c, 'w' | 'x' | 'y' | 'h'))
        && before.is_some_and(is_vowel)
        && third.is_none_or(|c| !is_vowel(c) || c == 'u' && base.ends_with("quit"));
    if !closed {
        return vec![base.to_owned()];
    }
    let doubled = last.map(|c| format!("{base}{c}")).unwrap_or_default();
    let vowels = base.chars().filter(|&c| is_vowel(c)).count();
    if vowels == 1 {
        vec![doubled]
    } else {
        vec![base.to_owned(), doubled]
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_inflect() {
        let cases = [
            ("support", "supports", "supported", "supported", "supporting"),
            ("stop", "stops", "stopped", "stopped", "stopping"),
            ("deny", "denies", "denied", "denied", "denying"),
            ("condemn", "condemns", "condemned", "condemned", "condemning"),
            ("fight", "fights", "fought", "fought", "fighting"),
            ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"),
            ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
            ("ally", "allies", "allied", "allied", "allying"),
            ("criticise", "criticises", "criticised", "criticised", "criticising"),
            ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ];
        for (base, third, past, participle, ing) in cases {
            let forms = verb(base, None);
            assert_eq!((forms.third.as_str(), forms.past[0].as_str()), (third, past));
            assert_eq!((forms.participle[0].as_str(), forms.ing[0].as_str()), (participle, ing));
        }
        assert!(verb("permit", None).past.contains(&"permitted".to_owned()));
    }

    #[test]
    fn spellings_meet() {
        assert!(spellings("criticise").contains(&"criticize".to_owned()));
        assert!(spellings("favor").contains(&"favour".to_owned()));
        assert!(spellings("defence").contains(&"defense".to_owned()));
    }
}
