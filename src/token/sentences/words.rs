//! Words that tell where a sentence begins or goes on.

/// Short names of series of reports and laws, and the courts in them.
pub(super) fn is_reference(word: &str) -> bool {
    matches!(
        word,
        "App" | "Supp" | "Cir" | "Dec" | "Ct" | "Div" | "Rptr" | "Cas" | "Rev" | "Proc" | "Stat" | "Cal" | "Ill" | "Wis" | "Ed"
    )
}

pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IVXivx".contains(c))
}

/// After these abbreviations a capital is usually more of the name ("Inc. Magazine", "Jan. Smith" are rare).
pub(super) fn is_proper_follower(stem: &str) -> bool {
    matches!(
        stem,
        "Co" | "Dept"
            | "Univ"
            | "Assn"
            | "Mt"
            | "Natl"
            | "Intl"
            | "Govt"
            | "Dist"
            | "Est"
            | "Sr"
            | "Jr"
            | "Msgr"
            | "co"
            | "Cir"
            | "Cal"
            | "Supp"
            | "App"
    )
}

/// Whether the word begins sentences and is no name; what is joined to it by an apostrophe does not matter ("I'm").
pub(super) fn is_starter(word: &str) -> bool {
    let bare = word.split(['\'', '’']).next().unwrap_or(word);
    STARTERS.binary_search(&bare).is_ok()
}

/// Words that begin sentences and are no names, sorted.
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "A", "About", "Above", "According", "After", "Again", "All", "Also", "Although", "Among", "An", "And", "Another", "Any", "As",
    "At", "Because", "Before", "Both", "But", "By", "Despite", "During", "Each", "Even", "Every", "Finally", "First", "For", "From",
    "Given", "Has", "Have", "He", "Hence", "Her", "Here", "His", "How", "However", "I", "If", "In", "Indeed", "Instead", "Is", "It",
    "Its", "Last", "Later", "Like", "Many", "Meanwhile", "More", "Moreover", "Most", "My", "Neither", "Nevertheless", "No", "Nor",
    "Not", "Nothing", "Now", "Of", "On", "Once", "One", "Only", "Or", "Other", "Others", "Our", "Over", "Perhaps", "Second", "She",
    "Should", "Since", "So", "Some", "Still", "Such", "That", "The", "Their", "Then", "There", "Therefore", "These", "They", "This",
    "Those", "Though", "Through", "Thus", "To", "Today", "Two", "Under", "Unless", "Until", "Was", "We", "Were", "What", "When",
    "Whenever", "Where", "Whether", "Which", "While", "Who", "Why", "Will", "With", "Within", "Without", "Yes", "Yet", "You", "Your",
];
