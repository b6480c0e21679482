//! Abbreviations that keep their full stop, and whether a sentence can end after them.

/// What may follow an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// Always more of the sentence: a name after a title, a number after "No."
    More,
    /// A sentence may end here when what follows looks like a beginning.
    Either,
}

/// Titles, references and the like, after which the sentence goes on.
const MORE: &[&str] = &[
    "mr", "mrs", "ms", "mx", "messrs", "dr", "prof", "rev", "hon", "st", "sr", "fr", "gen", "lt", "col", "maj", "capt", "cmdr", "adm",
    "brig", "sgt", "cpl", "pvt", "gov", "sen", "rep", "reps", "sens", "pres", "amb", "supt", "insp", "det", "v", "vs", "viz", "cf", "ca",
    "approx", "fig", "figs", "eq", "eqs", "ch", "chap", "sec", "secs", "art", "arts", "vol", "vols", "ed", "eds", "p", "pp", "para",
    "paras", "ref", "refs", "e.g", "i.e", "eg", "ie", "nos", "mt", "ft", "al", "esp", "incl", "resp", "cmd", "ltg", "mg", "bg", "pfc",
    "asst", "assoc", "exec", "ste", "mme", "mlle", "mons", "sra", "op", "cit", "ibid", "trans", "tel", "rt",
];

/// Abbreviations that also stand at the end of a sentence.
const EITHER: &[&str] = &[
    "etc", "inc", "ltd", "co", "corp", "llc", "plc", "bros", "jr", "ph.d", "no", "dept", "depts", "univ", "assn", "bldg", "ave", "blvd",
    "rd", "est", "govt", "gov't", "dist", "natl", "intl", "int'l", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "calif", "ariz", "ala", "ark", "colo", "conn",
    "fla", "ill", "ind", "kan", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "penn", "tenn", "tex", "va",
    "wash", "wis", "wyo", "ont", "que", "msgr", "min", "max", "avg", "mfg", "cal", "supp", "cir", "app", "esq", "sq", "in", "lb", "lbs",
    "oz", "hr", "hrs", "yr", "yrs",
];

/// Whether the word (without its full stop) is an abbreviation; months and the like only with a capital.
pub fn is_known(word: &str) -> bool {
    follows(word).is_some()
}

/// What may follow the abbreviation `word` (without its full stop); `None` where it is an ordinary word.
pub fn follows(word: &str) -> Option<Follows> {
    if word.len() > 8 {
        return None;
    }
    let lower = word.to_lowercase();
    // "in.", "no.", "sat.", "art." and other words end sentences: as abbreviations they count with a capital only.
    let also_a_word = matches!(
        lower.as_str(),
        "in" | "no"
            | "sat"
            | "sun"
            | "wed"
            | "mar"
            | "may"
            | "art"
            | "arts"
            | "fig"
            | "figs"
            | "ill"
            | "miss"
            | "mass"
            | "wash"
            | "ore"
            | "co"
            | "mon"
            | "rep"
            | "reps"
            | "ref"
            | "cap"
            | "min"
            | "max"
            | "app"
            | "cir"
            | "mo"
            | "ind"
            | "dist"
            | "mt"
            | "est"
            | "ave"
            | "gen"
            | "trans"
            | "ed"
            | "op"
            | "al"
            | "sec"
            | "fr"
            | "st"
            | "hon"
            | "rev"
            | "col"
            | "pres"
            | "gov"
            | "sen"
            | "det"
            | "supp"
            | "cal"
            | "ca"
            | "ch"
            | "va"
            | "que"
            | "tel"
            | "exec"
            | "rt"
            | "dec"
            | "jun"
    );
    let capital = word.starts_with(char::is_uppercase);
    if also_a_word && !capital && !matches!(lower.as_str(), "al" | "co" | "ed" | "ca" | "fig" | "figs" | "art" | "ch" | "sec") {
        return None;
    }
    if MORE.contains(&lower.as_str()) {
        Some(Follows::More)
    } else if EITHER.contains(&lower.as_str()) {
        Some(Follows::Either)
    } else {
        None
    }
}

/// Whether the word is an abbreviation only before a number: "No. 2", "c. 1818", "p. 55".
pub fn needs_number(word: &str) -> bool {
    matches!(
        word,
        "No" | "no" | "Nos" | "nos" | "c" | "ca" | "p" | "pp" | "vol" | "art" | "fig" | "ch" | "sec"
    )
}

/// Whether a point between two pieces is inside one abbreviation, as in "Ph.D".
pub fn is_inner(before: &str, after: &str) -> bool {
    matches!(
        (before, after),
        ("Ph" | "ph", "D" | "d") | ("B" | "M", "Sc" | "Phil" | "Ed" | "Tech")
    )
}
