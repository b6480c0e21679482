//! Regular inflection of English verbs and nouns, with the irregular verbs that news prose uses.

/// The forms of a verb: third person, past, participles; the base form too.
pub(super) fn verb(base: &str) -> Vec<String> {
    let mut forms = vec![base.to_owned(), plural(base)];
    if let Some((_, past)) = IRREGULAR.iter().find(|(verb, _)| *verb == base) {
        forms.extend(past.split(' ').map(str::to_owned));
    } else {
        forms.push(with_ending(base, "ed"));
    }
    forms.push(with_ending(base, "ing"));
    forms
}

/// The plural of a noun, or the third person of a verb.
pub(super) fn plural(base: &str) -> String {
    if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        format!("{stem}ies")
    } else if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

fn with_ending(base: &str, ending: &str) -> String {
    if ending == "ing"
        && let Some(stem) = base.strip_suffix("ie")
    {
        return format!("{stem}ying");
    }
    if let Some(stem) = base.strip_suffix('e').filter(|stem| ending == "ed" || !stem.ends_with(['e', 'o'])) {
        return format!("{stem}{ending}");
    }
    if ending == "ed"
        && let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
    {
        return format!("{stem}ied");
    }
    if DOUBLING.contains(&base) {
        let last = &base[base.len() - 1..];
        return format!("{base}{last}{ending}");
    }
    format!("{base}{ending}")
}

/// Verbs that double their last consonant.
const DOUBLING: &[&str] = &[
    "admit", "allot", "ban", "bar", "compel", "cut", "defer", "deter", "drop", "expel", "hit", "hop", "let", "occur", "omit", "opt",
    "permit", "plan", "plot", "prefer", "prod", "put", "quit", "refer", "regret", "run", "scrap", "set", "ship", "shut", "snub", "spur",
    "step", "stop", "strip", "submit", "tip", "transfer", "trip", "win", "beg", "rebel", "snap", "swap", "slip", "control", "begin",
];

/// Past tense and past participle.
const IRREGULAR: &[(&str, &str)] = &[
    ("beat", "beat beaten"),
    ("begin", "began begun"),
    ("bid", "bid"),
    ("bear", "bore borne"),
    ("break", "broke broken"),
    ("bring", "brought"),
    ("build", "built"),
    ("buy", "bought"),
    ("choose", "chose chosen"),
    ("come", "came"),
    ("cut", "cut"),
    ("deal", "dealt"),
    ("draw", "drew drawn"),
    ("drive", "drove driven"),
    ("fall", "fell fallen"),
    ("feel", "felt"),
    ("fight", "fought"),
    ("find", "found"),
    ("flee", "fled"),
    ("fly", "flew flown"),
    ("forgive", "forgave forgiven"),
    ("get", "got gotten"),
    ("give", "gave given"),
    ("go", "went gone"),
    ("grow", "grew grown"),
    ("hit", "hit"),
    ("hold", "held"),
    ("keep", "kept"),
    ("know", "knew known"),
    ("lead", "led"),
    ("leave", "left"),
    ("lend", "lent"),
    ("let", "let"),
    ("lie", "lay lain lies"),
    ("lose", "lost"),
    ("make", "made"),
    ("mean", "meant"),
    ("meet", "met"),
    ("overcome", "overcame"),
    ("oversee", "oversaw overseen"),
    ("pay", "paid"),
    ("put", "put"),
    ("quit", "quit"),
    ("ride", "rode ridden"),
    ("rise", "rose risen"),
    ("run", "ran"),
    ("say", "said"),
    ("see", "saw seen"),
    ("seek", "sought"),
    ("sell", "sold"),
    ("send", "sent"),
    ("set", "set"),
    ("show", "showed shown"),
    ("shut", "shut"),
    ("sink", "sank sunk"),
    ("speak", "spoke spoken"),
    ("spend", "spent"),
    ("spread", "spread"),
    ("stand", "stood"),
    ("strike", "struck stricken"),
    ("sweep", "swept"),
    ("swear", "swore sworn"),
    ("take", "took taken"),
    ("tell", "told"),
    ("think", "thought"),
    ("understand", "understood"),
    ("undertake", "undertook undertaken"),
    ("uphold", "upheld"),
    ("win", "won"),
    ("withdraw", "withdrew withdrawn"),
    ("withhold", "withheld"),
    ("withstand", "withstood"),
    ("write", "wrote written"),
    ("foresee", "foresaw foreseen"),
    ("become", "became"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_inflect() {
        assert_eq!(verb("deny"), ["deny", "denies", "denied", "denying"]);
        assert_eq!(verb("ban"), ["ban", "bans", "banned", "banning"]);
        assert_eq!(verb("agree"), ["agree", "agrees", "agreed", "agreeing"]);
        assert_eq!(verb("tell"), ["tell", "tells", "told", "telling"]);
    }
}
