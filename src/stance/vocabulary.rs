//! What is known about each word form: closed class, verb and noun lemma, and which cues begin with it.

use rustc_hash::FxHashMap;

use super::adjectives;
use super::grammar::{self, Class};
use super::inflect;
use super::when::{self, When};
use crate::lexicon::{Cue, CueKind, Lexicon, PartOfSpeech};

/// A word form or lemma by number; 0 is no word.
pub type Sym = u32;

/// Forms that a word can be of its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Forms(u8);

impl Forms {
    pub const BASE: Self = Self(1);
    pub const THIRD: Self = Self(2);
    pub const PAST: Self = Self(4);
    pub const PARTICIPLE: Self = Self(8);
    pub const ING: Self = Self(16);

    pub fn has(self, form: Self) -> bool {
        self.0 & form.0 != 0
    }

    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    fn add(&mut self, form: Self) {
        self.0 |= form.0;
    }
}

/// A noun's way of standing for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Agent {
    /// It does not.
    #[default]
    No,
    /// It acts for whom it belongs to: minister, troops, members.
    Yes,
    /// It acts for itself, or for the body whose name it bears: militants, party, company.
    Group,
}

/// What is known about a word form.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lexeme {
    /// The form itself, lower case.
    pub form: Sym,
    /// Base form of the verb it can be.
    pub verb: Sym,
    /// Singular of the noun it can be.
    pub noun: Sym,
    /// Which forms of the verb.
    pub forms: Forms,
    /// Closed class.
    pub class: Class,
    /// Its part in a phrase of time.
    pub when: When,
    /// Whether it is a plural noun.
    pub plural: bool,
    /// Whether it stands for a party.
    pub agent: Agent,
    /// Whether it is listed as an adjective.
    pub adjective: bool,
    /// Favourable or hostile, as an opinion word; in hundredths.
    pub valence: i8,
    /// Whether a cue begins with it.
    pub begins_cue: bool,
}

/// Word forms with what is known about them.
#[derive(Default)]
pub struct Vocabulary {
    lexemes: FxHashMap<Box<str>, Lexeme>,
    texts: Vec<Box<str>>,
}

impl Vocabulary {
    /// The words of the closed classes and of the lexicon.
    pub fn compile(lexicon: &Lexicon) -> Self {
        let mut vocabulary = Self {
            texts: vec!["".into()],
            ..Self::default()
        };
        for (class, words) in grammar::CLOSED {
            for word in words.split_whitespace() {
                vocabulary.entry(word).class = *class;
            }
        }
        for (when, words) in when::WORDS {
            for word in words.split_whitespace() {
                vocabulary.entry(word).when = *when;
            }
        }
        for word in grammar::NOUN_OR_VERB.split_whitespace() {
            vocabulary.add_noun(word);
        }
        for word in grammar::ATTITUDE
            .split_whitespace()
            .chain(grammar::TRADE.split_whitespace())
            .chain(grammar::PLANS.split_whitespace())
            .chain(grammar::CONDUCT.split_whitespace())
            .chain(grammar::CHARGES.split_whitespace())
            .chain(grammar::COUNTERS.split_whitespace())
            .chain(grammar::OWNERSHIP.split_whitespace())
            .chain(grammar::DESCRIPTIONS.iter().flat_map(|(_, nouns)| nouns.split_whitespace()))
            .chain(grammar::QUANTITIES.split_whitespace())
            .chain(grammar::CONTEST.split_whitespace())
            .chain(grammar::STRUCK.split_whitespace())
            .chain(grammar::WRITINGS.split_whitespace())
            .chain(["author"])
        {
            vocabulary.add_noun(word);
        }
        for verb in &lexicon.verbs {
            vocabulary.add_verb(&verb.lemma, verb.irregular.as_ref());
        }
        for (base, past, participle) in grammar::irregular_verbs() {
            vocabulary.add_verb(base, Some(&(past.to_owned(), participle.to_owned())));
        }
        let classes = [
            grammar::OBJECT_CONTROL,
            grammar::OBJECT_OF_GERUND,
            grammar::DUBBING,
            grammar::DESCRIBING,
            grammar::RESIGNING,
            grammar::DATIVE,
            grammar::MEANS,
            grammar::SOURING,
            grammar::INCLUDING,
            grammar::RECEIVING,
            grammar::FOUNDING,
            grammar::DENIAL,
            grammar::JUDGING,
        ];
        for verb in classes.iter().flat_map(|class| class.split_whitespace()) {
            vocabulary.add_verb(verb, None);
        }
        for word in grammar::OWNING
            .split_whitespace()
            .chain(grammar::RIGHTS.split_whitespace())
            .chain(["present", "current"])
        {
            vocabulary.intern(word);
        }
        for cue in &lexicon.cues {
            vocabulary.add_cue(cue);
        }
        for cue in &lexicon.cues {
            vocabulary.add_last_noun(cue);
        }
        for opinion in &lexicon.valence {
            #[expect(clippy::cast_possible_truncation, reason = "weights lie between -1 and 1")]
            let hundredths = (opinion.weight * 100.0) as i8;
            for form in [opinion.lemma.clone(), inflect::plural(&opinion.lemma)] {
                vocabulary.entry(&form).valence = hundredths;
            }
        }
        for word in adjectives::COMMON.split_whitespace() {
            let lexeme = vocabulary.entry(word);
            lexeme.adjective |= lexeme.noun == 0;
        }
        vocabulary.spread_opinions();
        vocabulary
    }

    /// What is known about a form in lower case.
    pub fn get(&self, lower: &str) -> Option<Lexeme> {
        self.lexemes.get(lower).copied()
    }

    /// The number of a form in lower case; 0 if unknown.
    pub fn sym(&self, lower: &str) -> Sym {
        self.lexemes.get(lower).map_or(0, |lexeme| lexeme.form)
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Marks the forms that cues begin with.
    pub fn mark_beginnings(&mut self, begins: impl Fn(&Lexeme) -> bool) {
        for lexeme in self.lexemes.values_mut() {
            lexeme.begins_cue = begins(lexeme);
        }
    }

    /// Numbers a form.
    pub fn intern(&mut self, lower: &str) -> Sym {
        self.entry(lower).form
    }

    /// Numbers the forms of a list.
    pub fn intern_all(&mut self, words: &str) -> Vec<Sym> {
        words.split_whitespace().map(|word| self.intern(word)).collect()
    }

    fn entry(&mut self, lower: &str) -> &mut Lexeme {
        if !self.lexemes.contains_key(lower) {
            let form = Sym::try_from(self.texts.len()).unwrap_or(Sym::MAX);
            self.texts.push(lower.into());
            self.lexemes.insert(lower.into(), Lexeme { form, ..Lexeme::default() });
        }
        self.lexemes.get_mut(lower).expect("just inserted")
    }

    fn add_cue(&mut self, cue: &Cue) {
        let single = !cue.lemma.contains(' ');
        let first = cue.lemma.split([' ', '-']).next().unwrap_or_default().to_owned();
        let word = if single { cue.lemma.trim_matches('-').to_owned() } else { first };
        for spelling in inflect::spellings(&word) {
            match cue.pos {
                PartOfSpeech::Verb => self.add_verb(&spelling, None),
                PartOfSpeech::Noun | PartOfSpeech::Role if single => self.add_noun(&spelling),
                PartOfSpeech::Adj if single => self.entry(&spelling).adjective = true,
                PartOfSpeech::Adv if single && self.entry(&spelling).class == Class::Open => self.entry(&spelling).class = Class::Adverb,
                _ => drop(self.entry(&spelling)),
            }
            if cue.kind == CueKind::Agent {
                for form in [spelling.clone(), inflect::plural(&spelling)] {
                    self.entry(&form).agent = if cue.code == "group" { Agent::Group } else { Agent::Yes };
                }
            }
        }
        for part in cue.lemma.split(' ').skip(1) {
            for piece in std::iter::once(part).chain(part.split('-')) {
                self.entry(piece);
            }
        }
    }

    /// The noun that ends a noun cue of several words, so that its plural is known: "joint exercise".
    fn add_last_noun(&mut self, cue: &Cue) {
        let nominal = matches!(cue.pos, PartOfSpeech::Noun | PartOfSpeech::Role);
        if let Some((_, last)) = cue.lemma.rsplit_once(' ').filter(|_| nominal)
            && self.entry(last).noun == 0
        {
            self.add_noun(last);
        }
    }

    /// Gives the forms of a verb its opinion: "failed" that of "fail".
    fn spread_opinions(&mut self) {
        let weights: Vec<i8> = self
            .texts
            .iter()
            .map(|text| self.get(text).map_or(0, |lexeme| lexeme.valence))
            .collect();
        for lexeme in self.lexemes.values_mut().filter(|lexeme| lexeme.valence == 0) {
            lexeme.valence = weights[lexeme.verb as usize];
        }
    }

    /// Tells by their ending the words of which nothing else is known; last of all, once every word has its number.
    pub fn mark_by_ending(&mut self) {
        self.mark_adverbs();
        self.mark_adjectives();
    }

    /// Words in -ly that the lexicon knows as parts of cues, or for their opinion, are adverbs: "publicly".
    fn mark_adverbs(&mut self) {
        let adjectives: Vec<&str> = grammar::ADJECTIVES_IN_LY.split_whitespace().collect();
        for (text, lexeme) in &mut self.lexemes {
            let other = lexeme.noun != 0 || !lexeme.forms.is_none() || lexeme.adjective || lexeme.class != Class::Open;
            if !other && text.len() > 4 && text.ends_with("ly") && !adjectives.contains(&&**text) {
                lexeme.class = Class::Adverb;
            }
        }
    }

    /// Words known only as parts of cues, or for their opinion, that end as adjectives do.
    fn mark_adjectives(&mut self) {
        for (text, lexeme) in &mut self.lexemes {
            let other = lexeme.noun != 0 || !lexeme.forms.is_none() || lexeme.class != Class::Open;
            lexeme.adjective |= !other && adjectives::is_adjective(text);
        }
    }

    /// Adds a noun; a listed plural of a known noun keeps its singular ("fears").
    fn add_noun(&mut self, noun: &str) {
        if self.entry(noun).plural {
            return;
        }
        let lemma = self.intern(noun);
        self.entry(noun).noun = lemma;
        let plural = self.entry(&inflect::plural(noun));
        if plural.noun == 0 {
            plural.noun = lemma;
            plural.plural = true;
        }
    }

    fn add_verb(&mut self, base: &str, irregular: Option<&(String, String)>) {
        let lemma = self.intern(base);
        let forms = inflect::verb(base, irregular);
        self.add_form(base, lemma, Forms::BASE);
        self.add_form(&forms.third, lemma, Forms::THIRD);
        for (words, form) in [
            (&forms.past, Forms::PAST),
            (&forms.participle, Forms::PARTICIPLE),
            (&forms.ing, Forms::ING),
        ] {
            for word in words {
                self.add_form(word, lemma, form);
            }
        }
    }

    /// Adds a form of a verb; a base form keeps its own verb ("found", "wound").
    fn add_form(&mut self, word: &str, lemma: Sym, form: Forms) {
        let lexeme = self.entry(word);
        if lexeme.verb == 0 || lexeme.verb == lemma {
            lexeme.verb = lemma;
            lexeme.forms.add(form);
        }
    }
}
