//! A sentence as the words of a grammar: mentions are one word each, contractions two, brackets are left out.

use crate::document::Kind;
use crate::gazetteer::Found;
use crate::lexicon::Reading;
use crate::span::Span;
use crate::token::{Sentence, Token, TokenKind};

use super::grammar::Class;
use super::spelled::{Spelled, lower};
use super::vocabulary::{Agent, Lexeme, Vocabulary};
use super::words::{Tag, Word, word};
use crate::memo::WordMemo;

/// Cuts sentences into words.
pub struct Cutter<'a> {
    /// The reading text.
    pub text: &'a str,
    /// The tokens of the document.
    pub tokens: &'a [Token],
    /// The mentions of the document.
    pub found: &'a Found,
    /// What is known about each of their spellings, by [`Token::form`].
    pub spelled: &'a [Spelled],
    /// The words known.
    pub vocabulary: &'a Vocabulary,
    /// What stands in quotation marks.
    pub quotations: &'a [Span],
}

impl Cutter<'_> {
    /// The words of `sentence`, whose mentions are those numbered `mentions`, into `words`.
    pub fn cut(&self, sentence: Sentence, mentions: std::ops::Range<usize>, known: &mut WordMemo<Spelled>, words: &mut Vec<Word>) {
        words.clear();
        let mut mentions = mentions;
        let mut at = sentence.first_token as usize;
        let end = sentence.end_token as usize;
        while at < end {
            at = match self.name_at(at, &mut mentions) {
                Some(mention) => self.push_name(mention, at, end, known, words),
                None => self.push_word(at, end, known, words),
            };
        }
        mark_asides(words);
        self.mark_quoted(words);
    }

    /// Marks what stands in quotation marks.
    fn mark_quoted(&self, words: &mut [Word]) {
        let Some(first) = words.first() else { return };
        let start = self.quotations.partition_point(|quotation| quotation.end <= first.span.start);
        let mut quotations = self.quotations[start..].iter().peekable();
        for word in words {
            while quotations.next_if(|quotation| quotation.end <= word.span.start).is_some() {}
            let Some(quotation) = quotations.peek() else { return };
            word.quoted = quotation.overlaps(word.span);
        }
    }

    /// Marks the words of themes.
    pub fn mark_themes(&self, mentions: std::ops::Range<usize>, words: &mut [Word]) {
        for index in mentions {
            let mention = &self.found.mentions[index];
            if mention.kind == Kind::Theme {
                for word in words.iter_mut().filter(|word| word.span.overlaps(mention.span)) {
                    word.theme = u32::try_from(index).ok();
                }
            }
        }
    }

    /// The actor or place whose mention touches the token.
    fn name_at(&self, token: usize, mentions: &mut std::ops::Range<usize>) -> Option<usize> {
        let span = self.tokens[token].span;
        while let Some(mention) = self.found.mentions.get(mentions.start).filter(|_| mentions.start < mentions.end) {
            if mention.kind != Kind::Theme && mention.span.end > span.start {
                return mention.span.overlaps(span).then_some(mentions.start);
            }
            mentions.start += 1;
        }
        None
    }

    fn push_name(&self, index: usize, at: usize, end: usize, known: &mut WordMemo<Spelled>, words: &mut Vec<Word>) -> usize {
        let mention = &self.found.mentions[index];
        let mut next = at + 1;
        while next < end && self.tokens[next].span.start < mention.span.end {
            next += 1;
        }
        let last = self.tokens[next - 1].span;
        let span = self.tokens[at].span.hull(last);
        let surface = mention.span.of(self.text);
        let lexeme = if surface.len() <= 10 {
            self.lexeme(surface, known)
        } else {
            Lexeme::default()
        };
        let rest = &self.text[(mention.span.end.min(last.end)) as usize..last.end as usize];
        let clitic = next < end && self.tokens[next].kind == TokenKind::Clitic && self.tokens[next].span.start == last.end;
        next += usize::from(clitic);
        let own = lexeme.class == Class::Possessive;
        let plural = surface.ends_with('s') || rest.starts_with('s') || surface.starts_with("The ");
        let glued = at > 0 && !words.is_empty() && self.is_hyphen(at - 1) && self.tokens[at - 1].span.end == span.start;
        words.push(Word {
            glued,
            mention: u32::try_from(index).ok(),
            possessive: own || clitic || rest.contains(['\'', '’']),
            capital: true,
            adjectival: mention.reading == Reading::Demonym || is_adjectival(surface),
            lexeme: Lexeme {
                plural,
                agent: self.agent(last, known),
                ..Lexeme::default()
            },
            ..word(span, lexeme, Tag::Name)
        });
        next
    }

    /// What the last word of a name says of whom it acts for, where that is a common noun: "Iraqi forces".
    fn agent(&self, last: Span, known: &mut WordMemo<Spelled>) -> Agent {
        let word = last.of(self.text);
        if word.starts_with(|letter: char| letter.is_lowercase()) {
            self.lexeme(word, known).agent
        } else {
            Agent::No
        }
    }

    fn lexeme(&self, surface: &str, known: &mut WordMemo<Spelled>) -> Lexeme {
        known.get(surface, |surface| Spelled::of(surface, self.vocabulary)).lexeme
    }

    fn push_word(&self, at: usize, end: usize, known: &mut WordMemo<Spelled>, words: &mut Vec<Word>) -> usize {
        let token = self.tokens[at];
        match token.kind {
            TokenKind::Word => return self.push_letters(at, end, known, words),
            TokenKind::Clitic => self.push_clitic(token.span, words),
            TokenKind::Number => {
                self.mark_amount(words);
                words.push(word(token.span, Lexeme::default(), Tag::Num));
            }
            TokenKind::Url => words.push(word(token.span, Lexeme::default(), Tag::Noun)),
            TokenKind::Punctuation | TokenKind::Symbol => self.push_sign(at, words),
        }
        at + 1
    }

    /// "about 30 soldiers", "more than 20 militants": what stands before a number belongs to it.
    fn mark_amount(&self, words: &mut [Word]) {
        let surface = |back: usize| words.len().checked_sub(back).map_or("", |at| words[at].span.of(self.text));
        let (last, before) = (surface(1), surface(2));
        let pair = |one: &str, two: &str| before.eq_ignore_ascii_case(one) && last.eq_ignore_ascii_case(two);
        let length = if ["about", "around", "nearly", "roughly", "almost", "approximately"]
            .iter()
            .any(|word| last.eq_ignore_ascii_case(word))
        {
            1
        } else if pair("at", "least") || pair("more", "than") || pair("fewer", "than") || pair("less", "than") || pair("up", "to") {
            2
        } else {
            0
        };
        for word in words.iter_mut().rev().take(length) {
            word.lexeme.class = Class::Determiner;
        }
    }

    /// A word, or the parts of a hyphenated one that is not known as a whole.
    fn push_letters(&self, at: usize, end: usize, known: &mut WordMemo<Spelled>, words: &mut Vec<Word>) -> usize {
        let token = self.tokens[at];
        let glued_before = at > 0 && self.is_hyphen(at - 1) && self.tokens[at - 1].span.end == token.span.start && !words.is_empty();
        let mut whole_end = at + 1;
        while whole_end + 1 < end
            && self.is_hyphen(whole_end)
            && self.tokens[whole_end + 1].kind == TokenKind::Word
            && self.glued(whole_end)
            && whole_end < at + 6
        {
            whole_end += 2;
        }
        while whole_end > at + 1 {
            let span = token.span.hull(self.tokens[whole_end - 1].span);
            let whole = known.get(span.of(self.text), |surface| Spelled::of(surface, self.vocabulary));
            if whole.lexeme.form != 0 {
                words.push(self.open(span, &whole, glued_before));
                return whole_end;
            }
            whole_end -= 2;
        }
        let (surface, spelled) = (token.span.of(self.text), self.spelled(at));
        let lexeme = spelled.lexeme;
        if spelled.special {
            let lower = lower(surface);
            if lower.ends_with("n't") || lexeme.form == 0 && lower.contains('\'') {
                self.push_contraction(token.span, &lower, words);
                return at + 1;
            }
        }
        let numeral = surface == "a" && at + 1 < end && self.spelled(at + 1).part;
        if numeral || spelled.amount {
            self.mark_amount(words);
        }
        if surface == "another"
            && let Some(one) = words.last_mut().filter(|word| word.span.of(self.text).eq_ignore_ascii_case("one"))
        {
            one.lexeme.class = Class::Reciprocal;
        }
        let mut word = self.open(token.span, spelled, glued_before);
        if surface == "May" && !words.is_empty() {
            // The month: the modal verb has a capital only where it opens a sentence.
            word.lexeme.class = Class::Calendar;
        }
        words.push(word);
        at + 1
    }

    fn open(&self, span: Span, spelled: &Spelled, glued: bool) -> Word {
        Word {
            glued,
            such: spelled.such,
            no_longer: spelled.no && self.text[span.end as usize..].starts_with(" longer"),
            capital: spelled.capital,
            ..word(span, spelled.lexeme, Tag::Noun)
        }
    }

    fn spelled(&self, token: usize) -> &Spelled {
        &self.spelled[self.tokens[token].form as usize]
    }

    fn push_clitic(&self, span: Span, words: &mut Vec<Word>) {
        let Some(last) = words.last_mut() else { return };
        let verbal = matches!(
            last.lexeme.class,
            Class::Pronoun | Class::That | Class::Relative | Class::Determiner | Class::Adverb
        );
        if verbal && last.mention.is_none() {
            let lexeme = self.vocabulary.get("is").unwrap_or_default();
            words.push(word(span, lexeme, Tag::Be));
        } else {
            last.possessive = true;
        }
    }

    /// "don't", "can't", "we're", "they've": two words over one span.
    fn push_contraction(&self, span: Span, lower: &str, words: &mut Vec<Word>) {
        let get = |form: &str| self.vocabulary.get(form).unwrap_or_default();
        if let Some(stem) = lower.strip_suffix("n't") {
            let stem = match stem {
                "wo" => "will",
                "ca" => "can",
                "sha" => "shall",
                other => other,
            };
            words.push(word(span, get(stem), Tag::Do));
            words.push(word(span, get("not"), Tag::Not));
            return;
        }
        let (host, clitic) = lower.split_once('\'').unwrap_or((lower, ""));
        let host = Spelled {
            lexeme: get(host),
            ..Spelled::of(span.of(self.text), self.vocabulary)
        };
        words.push(self.open(span, &host, false));
        let full = match clitic {
            "re" => "are",
            "ve" => "have",
            "m" => "am",
            "ll" => "will",
            "d" => "would",
            _ => return,
        };
        let clitic_span = Span {
            start: span.end - u32::try_from(clitic.len() + 1).unwrap_or(1),
            end: span.end,
        };
        let own = if self.text.is_char_boundary(clitic_span.start as usize) {
            clitic_span
        } else {
            span
        };
        words.push(word(own, get(full), Tag::Do));
    }

    fn push_sign(&self, at: usize, words: &mut Vec<Word>) {
        let spelled = self.spelled(at);
        let joins = spelled.hyphen && self.glued(at);
        if let Some(tag) = spelled.sign.filter(|_| !joins) {
            words.push(word(self.tokens[at].span, Lexeme::default(), tag));
        }
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Punctuation && self.spelled(at).hyphen
    }

    /// Whether the token touches both its neighbours.
    fn glued(&self, at: usize) -> bool {
        at > 0
            && at + 1 < self.tokens.len()
            && self.tokens[at - 1].span.end == self.tokens[at].span.start
            && self.tokens[at].span.end == self.tokens[at + 1].span.start
    }
}

fn is_adjectival(surface: &str) -> bool {
    [
        "ian", "ean", "ese", "ish", "can", "aqi", "ani", "eli", "eni", "abi", "rab", "ajik", "urkish", "Greek", "French", "Dutch",
        "Afghan", "German", "Thai", "Uzbek", "Turkmen", "Kazakh", "Kyrgyz",
    ]
    .iter()
    .any(|end| surface.ends_with(end))
}

/// Marks what stands in brackets, and takes the signs out, those of quotation too.
fn mark_asides(words: &mut Vec<Word>) {
    let mut aside = 0_u8;
    if words.iter().filter(|word| word.tag == Tag::Open).count() == 1 && aside_length(words) > 10 {
        words.retain(|word| !matches!(word.tag, Tag::Open | Tag::Close));
    }
    for word in words.iter_mut() {
        match word.tag {
            Tag::Open => aside = aside.saturating_add(1),
            Tag::Close => aside = aside.saturating_sub(1),
            _ => word.aside = aside > 0,
        }
    }
    words.retain(|word| !matches!(word.tag, Tag::Quote | Tag::Open | Tag::Close));
}

/// How many words stand in the sentence's only brackets; a whole sentence there is no aside.
fn aside_length(words: &[Word]) -> usize {
    let open = words.iter().position(|word| word.tag == Tag::Open).unwrap_or_default();
    words[open + 1..].iter().take_while(|word| word.tag != Tag::Close).count()
}
