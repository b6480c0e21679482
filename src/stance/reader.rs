//! The stance stage: compiled once from the lexicon, then reads one document after another.

use std::ops::Range;

use crate::document::{BlockKind, Document, Kind};
use crate::gazetteer::Found;
use crate::lexicon::{CueKind, Lexicon};
use crate::result::CueRowKind;
use crate::token::{Sentence, Token};

use super::attribution::Attributions;
use super::clauses::VerbClasses;
use super::cues::Patterns;
use super::frames::{Draft, Frames, Prepositions};
use super::grammar;
use super::parse::Parse;
use super::parties::{Links, Parties, Way};
use super::records::Records;
use super::scope;
use super::tagger;
use super::vocabulary::{Sym, Vocabulary};
use super::words::Cutter;
use super::{Attribution, CueMention, StanceReading};

/// Reads cues, attributions and stances.
pub struct StanceReader {
    vocabulary: Vocabulary,
    patterns: Patterns,
    classes: VerbClasses,
    links: Links,
    prepositions: Prepositions,
    /// be, remain, become: verbs whose object is a predicate.
    copulas: Vec<Sym>,
}

/// What a sentence needs to know of the document around it.
#[derive(Default)]
struct Context {
    block: u32,
    previous: Vec<u32>,
    /// The last two states that stood in one sentence by themselves.
    pair: Vec<u32>,
    speaker: Option<u32>,
}

impl StanceReader {
    /// Compiles the cues, verbs and opinion words of the lexicon.
    pub fn compile(lexicon: &Lexicon) -> Self {
        let vocabulary = Vocabulary::compile(lexicon);
        let patterns = Patterns::compile(lexicon, &vocabulary);
        let classes = verb_classes(lexicon, &vocabulary);
        let links = links(&vocabulary);
        let prepositions = prepositions(&vocabulary);
        let copulas = ["remain", "become", "seem", "appear", "stay", "grow", "feel", "look", "prove", "be"]
            .iter()
            .map(|verb| vocabulary.sym(verb))
            .collect();
        Self {
            vocabulary,
            patterns,
            classes,
            links,
            prepositions,
            copulas,
        }
    }

    /// Cues, attributions and stances of a document.
    pub fn read(&self, document: &Document, tokens: &[Token], sentences: &[Sentence], found: &Found) -> StanceReading {
        let mut reading = StanceReading::default();
        let cutter = Cutter {
            text: &document.text,
            tokens,
            found,
            vocabulary: &self.vocabulary,
        };
        let mut parse = Parse::default();
        let mut context = Context {
            speaker: speaker(document, found),
            ..Context::default()
        };
        let mut mentions = 0..0;
        for (index, sentence) in sentences.iter().enumerate() {
            mentions = of_sentence(found, mentions.end, *sentence);
            let kind = document.blocks[sentence.block as usize].kind;
            if kind.is_text() {
                self.read_sentence(
                    u32::try_from(index).unwrap_or(u32::MAX),
                    kind,
                    *sentence,
                    mentions.clone(),
                    &cutter,
                    &mut parse,
                    &mut context,
                    &mut reading,
                );
            }
        }
        reading
    }

    #[expect(clippy::too_many_arguments, reason = "one call in a loop; the buffers live outside it")]
    fn read_sentence(
        &self,
        index: u32,
        kind: BlockKind,
        sentence: Sentence,
        mentions: Range<usize>,
        cutter: &Cutter,
        parse: &mut Parse,
        context: &mut Context,
        reading: &mut StanceReading,
    ) {
        if sentence.block != context.block {
            context.block = sentence.block;
            context.previous.clear();
        }
        cutter.cut(sentence, mentions.clone(), &mut parse.words);
        tagger::tag(&mut parse.words);
        self.patterns.find(&parse.words, &mut parse.hits);
        self.count_tone(parse, reading);
        let reports = parse.hits.iter().any(|&hit| self.patterns.get(hit).kind == CueKind::Reporting);
        let relates = !mentions.is_empty() && matches!(kind, BlockKind::Body | BlockKind::List);
        if !reports && !relates {
            self.push_cues(parse, &[], index, &mut reading.cues);
            return;
        }
        cutter.mark_themes(mentions, &mut parse.words);
        tagger::guess_by_ending(cutter.text, &mut parse.words);
        parse.build(&self.classes, &self.copulas);
        let parties = Parties {
            parse,
            found: cutter.found,
            links: &self.links,
            previous: &context.previous,
            pair: &context.pair,
            speaker: context.speaker,
            depth: 0,
        };
        let attributions = Attributions {
            parse,
            parties,
            patterns: &self.patterns,
            sentence: index,
        }
        .read();
        let first_attribution = reading.attributions.len();
        reading.attributions.extend(attributions);
        if !relates {
            self.push_cues(parse, &[], index, &mut reading.cues);
            return;
        }
        let said = &reading.attributions[first_attribution..];
        let parties = Parties {
            speaker: quoted_speaker(said, parse).or(context.speaker),
            ..parties
        };
        let mut frames = Frames {
            parse,
            parties,
            patterns: &self.patterns,
            prepositions: &self.prepositions,
            classes: &self.classes,
            said,
            drafts: Vec::new(),
        };
        frames.read();
        let first_cue = reading.cues.len();
        self.push_cues(parse, &frames.drafts, index, &mut reading.cues);
        let records = Records {
            parse,
            patterns: &self.patterns,
            found: cutter.found,
            attributions: (said, first_attribution),
            cues: (&reading.cues[first_cue..], first_cue),
            sentence: index,
        };
        reading.stances.extend(records.of(&frames.drafts));
        let (subject, pair) = (main_subject(&parties), pair(&parties));
        if !subject.is_empty() {
            context.previous = subject;
        }
        if pair.len() == 2 {
            context.pair = pair;
        }
    }

    fn count_tone(&self, parse: &Parse, reading: &mut StanceReading) {
        for word in parse.words.iter().filter(|word| word.mention.is_none()) {
            reading.tone.0 += u32::from(word.lexeme.valence > 0);
            reading.tone.1 += u32::from(word.lexeme.valence < 0);
        }
    }

    /// The sentence's cues; an ambiguous stance cue only where a relation rests on it.
    fn push_cues(&self, parse: &Parse, drafts: &[Draft], sentence: u32, cues: &mut Vec<CueMention>) {
        let first = cues.len();
        for &hit in &parse.hits {
            let (Some(kind), Some(hit)) = (row_kind(self.patterns.get(hit).kind), self.patterns.core(hit, &parse.words)) else {
                continue;
            };
            let pattern = self.patterns.get(hit);
            if pattern.is_stance() && pattern.ambiguous && !drafts.iter().any(|draft| draft.hit == hit) {
                continue;
            }
            let span = parse.words[hit.first].span.hull(parse.words[hit.last].span);
            cues.push(CueMention {
                kind,
                span,
                scope: scope::scope(parse, hit),
                sentence,
            });
        }
        cues[first..].sort_by_key(|cue| (cue.span, cue.kind));
        let mut at = first;
        while at + 1 < cues.len() {
            if cues[at].span == cues[at + 1].span && cues[at].kind == cues[at + 1].kind {
                cues.remove(at + 1);
            } else {
                at += 1;
            }
        }
    }
}

fn row_kind(kind: CueKind) -> Option<CueRowKind> {
    match kind {
        CueKind::Support => Some(CueRowKind::Support),
        CueKind::Oppose => Some(CueRowKind::Oppose),
        CueKind::Neutral => Some(CueRowKind::Neutral),
        CueKind::Negation => Some(CueRowKind::Negation),
        CueKind::Hedge => Some(CueRowKind::Hedge),
        CueKind::Booster => Some(CueRowKind::Booster),
        CueKind::Reporting => Some(CueRowKind::Reporting),
        CueKind::Shifter | CueKind::Concession | CueKind::Agent => None,
    }
}

/// The mentions that lie in a sentence; they come in its order.
fn of_sentence(found: &Found, from: usize, sentence: Sentence) -> Range<usize> {
    let rest = &found.mentions[from..];
    let start = from + rest.iter().take_while(|mention| mention.span.end <= sentence.span.start).count();
    let inside = found.mentions[start..]
        .iter()
        .take_while(|mention| mention.span.start < sentence.span.end)
        .count();
    start..start + inside
}

/// A mention of the document's speaker, whom "we" means.
fn speaker(document: &Document, found: &Found) -> Option<u32> {
    let name = document.head.metadata.further.get("speaker")?.as_str()?;
    let entity = found.entities.iter().position(|entity| entity.id == name || entity.name == name)?;
    let mention = found
        .mentions
        .iter()
        .position(|mention| mention.entity as usize == entity && mention.kind == Kind::Actor)?;
    u32::try_from(mention).ok()
}

/// The source of a direct quotation, whom "we" means in it.
fn quoted_speaker(said: &[Attribution], parse: &Parse) -> Option<u32> {
    let quoted = parse.words.iter().any(|word| word.quoted);
    said.iter()
        .filter(|_| quoted)
        .find_map(|attribution| attribution.source.and_then(|(_, mention)| mention))
}

/// The two parties of a sentence that names just two.
fn pair(parties: &Parties) -> Vec<u32> {
    let mut named: Vec<u32> = Vec::new();
    for mention in parties.parse.words.iter().filter_map(|word| word.mention) {
        let actor = parties.mention(mention);
        if actor.kind == Kind::Actor && !named.iter().any(|&known| parties.mention(known).entity == actor.entity) {
            named.push(mention);
        }
    }
    named
}

/// Whom the sentence's first finite clause is about, if it names them.
fn main_subject(parties: &Parties) -> Vec<u32> {
    let parse = parties.parse;
    let subject = parse
        .verbs
        .iter()
        .zip(&parse.clauses)
        .filter(|(verb, clause)| verb.finite && !clause.relative)
        .find_map(|(_, clause)| clause.subject);
    let of = subject.map_or_else(Vec::new, |chunk| parties.of_subject(chunk));
    of.into_iter()
        .filter(|party| party.way != Way::Indirect && parties.mention(party.mention).kind == Kind::Actor)
        .map(|party| party.mention)
        .collect()
}

fn verb_classes(lexicon: &Lexicon, vocabulary: &Vocabulary) -> VerbClasses {
    let set = |verbs: &mut dyn Iterator<Item = &str>| {
        let mut set = vec![false; vocabulary.len()];
        for verb in verbs {
            for spelling in super::inflect::spellings(verb) {
                set[vocabulary.sym(&spelling) as usize] = true;
            }
        }
        set[0] = false;
        set
    };
    let saying = |cue: &&crate::lexicon::Cue| {
        matches!(cue.kind, CueKind::Reporting | CueKind::Hedge) && cue.pos == crate::lexicon::PartOfSpeech::Verb
    };
    VerbClasses {
        object_control: set(&mut grammar::OBJECT_CONTROL.split_whitespace()),
        demand: set(&mut grammar::DEMAND.split_whitespace()),
        object_of_gerund: set(&mut grammar::OBJECT_OF_GERUND.split_whitespace()),
        saying: set(&mut lexicon.cues.iter().filter(saying).map(|cue| cue.lemma.as_str())),
        by: vocabulary.sym("by"),
        of_for_from: ["of", "for", "from"].map(|word| vocabulary.sym(word)),
    }
}

fn links(vocabulary: &Vocabulary) -> Links {
    let syms = |words: &[&str]| {
        words
            .iter()
            .map(|word| vocabulary.sym(word))
            .filter(|&sym| sym != 0)
            .collect::<Vec<Sym>>()
    };
    Links {
        of: syms(&["of", "from", "within", "in", "for"]),
        whose: syms(&["of", "by"]),
        examples: syms(&["including", "like", "as"]),
        it: syms(&["it", "its", "itself"]),
        person: syms(&["he", "she", "his", "her", "him", "himself", "herself"]),
        they: syms(&["they", "them", "their", "themselves"]),
        led: vocabulary.sym("led"),
        both: syms(&["both", "two", "these"]),
        the: vocabulary.sym("the"),
        descriptions: syms(&[
            "groups",
            "countries",
            "sides",
            "states",
            "nations",
            "parties",
            "allies",
            "partners",
            "governments",
            "neighbours",
            "neighbors",
            "group",
            "country",
            "organisation",
            "organization",
            "movement",
            "party",
            "government",
            "regime",
            "alliance",
            "militia",
            "state",
            "bloc",
            "company",
            "nation",
            "republic",
        ]),
    }
}

fn prepositions(vocabulary: &Vocabulary) -> Prepositions {
    let sym = |word| vocabulary.sym(word);
    Prepositions {
        by: sym("by"),
        from: sym("from"),
        of: sym("of"),
        with: sym("with"),
        between: [sym("between"), sym("among")],
        felt: ["by", "with", "about", "over", "at"].map(sym),
    }
}
