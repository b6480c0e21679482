//! Cues, verbs and opinion words.

use super::problem::{Problem, Problems};
use super::table::{Row, Table, list};
use super::{Example, Lexicon};

/// A word or phrase that signals something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cue {
    /// What it signals.
    pub kind: CueKind,
    /// Base form, lower case, words separated by one blank.
    pub lemma: String,
    /// Part of speech.
    pub pos: PartOfSpeech,
    /// CAMEO code of a stance cue; grade of the others.
    pub code: String,
    /// How the target attaches: `obj`, `inf`, `ing`, `that`, prepositions.
    pub targets: Vec<String>,
    /// Further properties: `mutual`, `experiencer`, `theme_only`, ...
    pub flags: Vec<String>,
}

/// What a cue signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it; the README explains each")]
pub enum CueKind {
    Support,
    Oppose,
    Neutral,
    Shifter,
    Negation,
    Hedge,
    Booster,
    Reporting,
    Concession,
    /// A word of haste or alarm: urgent, without delay.
    Urgency,
    /// A noun that acts for whom it belongs to: minister, troops, members.
    Agent,
}

/// Part of speech of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PartOfSpeech {
    Verb,
    Noun,
    Adj,
    Adv,
    /// A noun that names a party by its relation: ally, rival, sponsor.
    Role,
    Prep,
    /// Fixed words, never inflected.
    Phrase,
    Aux,
    Det,
    Pron,
    Conj,
}

/// A verb that a tagger should know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Verb {
    /// Base form.
    pub lemma: String,
    /// Past tense and past participle where irregular.
    pub irregular: Option<(String, String)>,
}

/// An opinion word.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub struct Valence {
    /// Base form, lower case.
    pub lemma: String,
    /// From -1 (hostile) to 1 (favourable).
    pub weight: f64,
}

const KINDS: &[(&str, CueKind)] = &[
    ("support", CueKind::Support),
    ("oppose", CueKind::Oppose),
    ("neutral", CueKind::Neutral),
    ("shifter", CueKind::Shifter),
    ("negation", CueKind::Negation),
    ("hedge", CueKind::Hedge),
    ("booster", CueKind::Booster),
    ("reporting", CueKind::Reporting),
    ("concession", CueKind::Concession),
    ("urgency", CueKind::Urgency),
    ("agent", CueKind::Agent),
];

const PARTS: &[(&str, PartOfSpeech)] = &[
    ("verb", PartOfSpeech::Verb),
    ("noun", PartOfSpeech::Noun),
    ("adj", PartOfSpeech::Adj),
    ("adv", PartOfSpeech::Adv),
    ("role", PartOfSpeech::Role),
    ("prep", PartOfSpeech::Prep),
    ("phrase", PartOfSpeech::Phrase),
    ("aux", PartOfSpeech::Aux),
    ("det", PartOfSpeech::Det),
    ("pron", PartOfSpeech::Pron),
    ("conj", PartOfSpeech::Conj),
];

/// Reads a file of cues; rows of kind `positive` and `negative` are opinion words.
pub fn read_cues(table: &Table, lexicon: &mut Lexicon, problems: &mut Problems) {
    for row in table.rows() {
        let [kind, cue, pos, code, targets, flags, _source] = row.cells();
        if cue.is_empty() {
            row.problem(problems, Problem::Empty("cue"));
            continue;
        }
        let lemma = cue.to_lowercase();
        if matches!(kind, "positive" | "negative") {
            let weight = weight(&row, code, problems);
            lexicon.valence.extend(weight.map(|weight| Valence { lemma, weight }));
            continue;
        }
        let kind = row.one_of("kind", kind, KINDS, problems);
        let pos = row.one_of("pos", pos, PARTS, problems);
        let owned = |cell| list(cell).map(str::to_owned).collect();
        lexicon.cues.extend(kind.zip(pos).map(|(kind, pos)| Cue {
            kind,
            lemma,
            pos,
            code: code.to_owned(),
            targets: owned(targets),
            flags: owned(flags),
        }));
    }
}

fn weight(row: &Row, value: &str, problems: &mut Problems) -> Option<f64> {
    let weight = value.parse::<f64>().ok().filter(|w| (-1.0..=1.0).contains(w));
    if weight.is_none() {
        let (column, value) = ("code", value.to_owned());
        row.problem(problems, Problem::Number { column, value });
    }
    weight
}

/// Reads a file of verbs.
pub fn read_verbs(table: &Table, lexicon: &mut Lexicon, problems: &mut Problems) {
    for row in table.rows() {
        let [lemma, irregular, _source] = row.cells();
        if lemma.is_empty() {
            row.problem(problems, Problem::Empty("lemma"));
            continue;
        }
        let irregular = irregular
            .split_once('|')
            .map(|(past, participle)| (past.to_owned(), participle.to_owned()));
        lexicon.verbs.push(Verb {
            lemma: lemma.to_owned(),
            irregular,
        });
    }
}

/// Reads a file of examples.
pub fn read_examples(table: &Table, lexicon: &mut Lexicon, problems: &mut Problems) {
    for row in table.rows() {
        let [id, text, expect] = row.cells();
        let single = text.matches('{').count() == 1 && text.matches('}').count() == 1 && text.find('{') < text.find('}');
        if !single {
            row.problem(problems, Problem::Braces(text.to_owned()));
        }
        if let Some(expect) = row.one_of("expect", expect, &[("yes", true), ("no", false)], problems) {
            lexicon.examples.push(Example {
                id: id.to_owned(),
                text: text.to_owned(),
                expect,
                at: row.at(),
            });
        }
    }
}

/// Sorts what was read, so that the order of files does not matter, and drops doubles.
pub fn sort(lexicon: &mut Lexicon) {
    lexicon.cues.sort();
    lexicon.cues.dedup();
    lexicon.verbs.sort();
    lexicon.verbs.dedup();
    lexicon.valence.sort_by(|a, b| a.lemma.cmp(&b.lemma));
    lexicon.valence.dedup_by(|a, b| a.lemma == b.lemma);
}
