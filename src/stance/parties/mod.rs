//! Who a noun group stands for: its own mention, whom its head acts for, whom it belongs to, or whom its pronoun means.

mod appositions;
mod author;
mod descriptions;
mod lists;
mod referents;

use crate::document::Kind;
use crate::gazetteer::{Found, Mention};
use crate::lexicon::Class as EntityClass;

use super::chunks::{ChunkKind, is_agent};
use super::grammar::Sort;
use super::parse::Parse;
use super::vocabulary::{Agent, Sym};
use super::words::{Tag, Word};

/// Somebody, or a threat, that a noun group stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Party {
    /// Index of the mention.
    pub mention: u32,
    /// How the noun group leads to it.
    pub way: Way,
}

/// How a noun group leads to a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// It is the mention, or acts for it.
    Direct,
    /// A pronoun or a description.
    Pronoun,
    /// What it does: "Russia's offensive", "Chinese conduct".
    Deed,
    /// Something else of it: "Russia's economy".
    Indirect,
}

/// Words that the resolver must know.
#[derive(Debug, Default)]
pub struct Links {
    /// Prepositions from an agent noun to whom it acts for: of, from, in, within.
    pub of: Vec<Sym>,
    /// Prepositions from a thing to whose it is: of, by.
    pub whose: Vec<Sym>,
    /// Prepositions before examples: including, like, as.
    pub examples: Vec<Sym>,
    /// it, its, itself
    pub it: Vec<Sym>,
    /// he, she, his, her, him
    pub person: Vec<Sym>,
    /// they, them, their
    pub they: Vec<Sym>,
    /// Participles after a name that make it the holder: US-led.
    pub owning: Vec<Sym>,
    /// Goods that pass between states: imports, shipments.
    pub trade: Vec<Sym>,
    /// Nouns for what somebody means to do: plan, effort.
    pub plans: Vec<Sym>,
    /// Nouns for what is claimed for a deed: responsibility.
    pub ownership: Vec<Sym>,
    /// Nouns for what is done against a threat: prevention, ban.
    pub counters: Vec<Sym>,
    /// rights, freedoms: what is upheld, not violated.
    pub rights: Vec<Sym>,
    /// Nouns for how a party stands towards another: stance, response.
    pub attitudes: Vec<Sym>,
    /// response, retaliation: what is done on account of something.
    pub answers: Vec<Sym>,
    /// Nouns for dealings of whatever kind: relationship, trade.
    pub relations: Vec<Sym>,
    /// Nouns for what a party does or decides: offensive, policy.
    pub conduct: Vec<Sym>,
    /// Nouns for what is struck or taken in war: town, base.
    pub struck: Vec<Sym>,
    /// Nouns of games and elections.
    pub contests: Vec<Sym>,
    /// What opponents do to each other in them.
    pub beating: Vec<Sym>,
    /// Nouns that say how much there is of what follows "of": lot, series.
    pub quantities: Vec<Sym>,
    /// whose
    pub whose_pronoun: Sym,
    /// both, two
    pub both: Vec<Sym>,
    /// "the"
    pub the: Sym,
    /// this
    pub this: Sym,
    /// group, country, organization: nouns that can stand for a party named before, and its sort.
    pub sorts: Vec<(Sym, Sort)>,
    /// paper, study: what a text calls itself
    pub writings: Vec<Sym>,
    /// author, authors
    pub writers: Vec<Sym>,
    /// present, current
    pub present: Vec<Sym>,
    /// Verbs whose object is judged for what follows "for".
    pub judging: Vec<Sym>,
    /// "for", "over"
    pub grounds: Vec<Sym>,
    /// Nouns for what is held against somebody: charge, allegation.
    pub charges: Vec<Sym>,
}

/// Resolves noun groups of one sentence.
#[derive(Clone, Copy)]
pub struct Parties<'a> {
    /// The parsed sentence.
    pub parse: &'a Parse,
    /// What the document names.
    pub found: &'a Found,
    /// Words known.
    pub links: &'a Links,
    /// The parties of the last sentence's subject, in the same paragraph.
    pub previous: &'a [u32],
    /// The last two parties that a sentence named by themselves.
    pub pair: &'a [u32],
    /// Mentions of actors in the two sentences before, in the same paragraph.
    pub recent: &'a [u32],
    /// The reading text.
    pub text: &'a str,
    /// Whom "we" means.
    pub speaker: Option<u32>,
    /// Whom "we" means in quotation marks.
    pub voice: Option<u32>,
    /// How many pronouns led here; a pronoun is not resolved by way of another.
    pub depth: u8,
}

impl<'a> Parties<'a> {
    fn words(&self) -> &'a [Word] {
        &self.parse.words
    }

    /// The mention with an index.
    pub fn mention(&self, index: u32) -> &'a Mention {
        &self.found.mentions[index as usize]
    }

    /// What one noun group stands for.
    pub fn of(&self, chunk: usize) -> Vec<Party> {
        let group = &self.parse.chunks[chunk];
        if group.kind != ChunkKind::Nouns {
            return Vec::new();
        }
        let head = &self.words()[group.head];
        let mut parties = self.inside(chunk);
        if parties.is_empty() && is_agent(head) {
            parties = self.through(chunk, &self.links.of, Way::Direct);
        }
        if parties.is_empty() && matches!(head.tag, Tag::Name | Tag::Det) {
            parties = self.through(chunk, &self.links.whose[..1], Way::Direct);
        }
        if parties.is_empty() && head.tag != Tag::Name {
            parties = self.through(chunk, &self.links.whose, Way::Indirect);
        }
        if parties.is_empty() && self.is_conduct(head) {
            parties = self.maker(chunk);
        }
        if parties.is_empty() {
            parties = self.apposition(chunk);
        }
        if parties.is_empty() {
            parties = self.in_brackets(chunk).into_iter().collect();
        }
        if let Some(named) = self.named_after(chunk) {
            parties = vec![named];
        }
        if parties.is_empty() || is_agent(head) || head.lexeme.plural && head.mention.is_none() {
            add(&mut parties, self.examples(chunk));
            add(&mut parties, self.bracketed(chunk));
        }
        if parties.is_empty() {
            parties = self.author(chunk).into_iter().collect();
        }
        if parties.is_empty() {
            parties = self.described(chunk);
        }
        parties
    }

    /// Mentions within the noun group itself.
    fn inside(&self, chunk: usize) -> Vec<Party> {
        let group = &self.parse.chunks[chunk];
        let words = self.words();
        let head = &words[group.head];
        if let Some(mention) = head.mention {
            return vec![Party { mention, way: Way::Direct }];
        }
        if head.tag == Tag::Pron {
            return self.pronoun(group.head);
        }
        let own = head.lexeme.agent == Agent::Group;
        let modifiers: Vec<usize> = (group.first..group.head)
            .filter(|&at| self.modifies(at) && !(own && self.is_foreign(at)))
            .collect();
        let official = is_agent(head) || head.tag == Tag::Name && (group.first..group.head).any(|at| is_agent(&words[at]));
        let deed = head.lexeme.noun != 0 && self.links.conduct.contains(&head.lexeme.noun);
        let setting = modifiers
            .last()
            .is_some_and(|&at| words[at].mention.is_some_and(|mention| self.mention(mention).kind == Kind::Place));
        let way = match (official, deed) {
            (true, _) if setting && words[group.head].mention.is_none() && modifiers.last().is_some_and(|&at| words[at].adjectival) => {
                Way::Deed
            }
            (true, _) => Way::Direct,
            (_, true) => Way::Deed,
            _ => Way::Indirect,
        };
        let mut parties: Vec<Party> = Vec::new();
        if let Some(&nearest) = modifiers.last() {
            add(
                &mut parties,
                words[nearest].mention.map(|mention| Party { mention, way }).into_iter().collect(),
            );
            let coordinated = |at: usize| matches!(words[at + 1].tag, Tag::Coord | Tag::Comma) || words[at + 1].glued;
            for &other in modifiers.iter().rev().skip(1).take_while(|&&at| coordinated(at)) {
                add(
                    &mut parties,
                    words[other].mention.map(|mention| Party { mention, way }).into_iter().collect(),
                );
            }
        }
        if parties.is_empty()
            && head.theme.is_none()
            && let Some(owner) = (group.first..group.head).find(|&at| words[at].tag == Tag::Poss && words[at].mention.is_none())
        {
            let way = if official { Way::Pronoun } else { Way::Indirect };
            parties = self.pronoun(owner).into_iter().map(|party| Party { way, ..party }).collect();
        }
        if let Some(theme) = head
            .theme
            .or_else(|| words[group.first..group.head].iter().find_map(|word| word.theme))
        {
            add(
                &mut parties,
                vec![Party {
                    mention: theme,
                    way: if head.theme.is_some() { Way::Direct } else { Way::Indirect },
                }],
            );
        }
        parties
    }

    /// Whether the word is a mention that the head belongs to: not "Iran" of "Iran-backed".
    fn modifies(&self, at: usize) -> bool {
        let words = self.words();
        let glued = words.get(at + 1).filter(|next| next.glued);
        words[at].mention.is_some()
            && !words[at].aside
            && glued.is_none_or(|next| next.mention.is_some() || self.links.owning.contains(&next.lexeme.form))
            && !(words[at].glued && words[at - 1].mention.is_none())
    }

    /// Whether the mention before a group's noun says where it is from, not whose it is: "Tajik militants".
    fn is_foreign(&self, at: usize) -> bool {
        let words = self.words();
        let mention = words[at].mention.map(|mention| self.mention(mention));
        let state = mention
            .is_some_and(|mention| matches!(mention.class, Some(EntityClass::State | EntityClass::Country)) || mention.kind == Kind::Place);
        words[at].adjectival || state
    }

    fn is_conduct(&self, head: &Word) -> bool {
        head.mention.is_none() && head.lexeme.noun != 0 && self.links.conduct.contains(&head.lexeme.noun)
    }

    /// "the plan that Russia proposed", "the law passed by Georgia": whose deed it is by the clause after it.
    fn maker(&self, chunk: usize) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        let kind = |at: usize| chunks.get(at).map(|chunk| chunk.kind);
        let by = |at: usize| self.words()[chunks[at].head].lexeme.form == self.links.whose[1];
        let relative = match kind(chunk + 1) {
            Some(ChunkKind::Rel) => true,
            Some(ChunkKind::Sub) => self.words()[chunks[chunk + 1].head].tag == Tag::That,
            _ => false,
        };
        let maker = if relative && kind(chunk + 2) == Some(ChunkKind::Nouns) && kind(chunk + 3) == Some(ChunkKind::Verbs) {
            let object = chunks.get(chunk + 4).is_none_or(|next| next.kind != ChunkKind::Nouns);
            Some(chunk + 2).filter(|_| object)
        } else {
            let made = kind(chunk + 1) == Some(ChunkKind::Verbs) && self.parse.clauses[chunks[chunk + 1].verb].passive;
            let agent = made && kind(chunk + 2) == Some(ChunkKind::Prep) && by(chunk + 2) && kind(chunk + 3) == Some(ChunkKind::Nouns);
            agent.then_some(chunk + 3)
        };
        let parties = maker.map_or_else(Vec::new, |maker| self.of_list(maker));
        let way = |party: Party| Party {
            way: party.way.max(Way::Deed),
            ..party
        };
        parties.into_iter().map(way).collect()
    }

    /// Parties of "of X" after the noun group.
    fn through(&self, chunk: usize, prepositions: &[Sym], way: Way) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        let (Some(prep), Some(nouns)) = (chunks.get(chunk + 1), chunks.get(chunk + 2)) else {
            return Vec::new();
        };
        let fits =
            prep.kind == ChunkKind::Prep && prepositions.contains(&self.words()[prep.head].lexeme.form) && nouns.kind == ChunkKind::Nouns;
        if !fits {
            return Vec::new();
        }
        self.of_list(chunk + 2)
            .into_iter()
            .map(|party| Party {
                way: party.way.max(way),
                ..party
            })
            .collect()
    }

    /// Whom a possessive pronoun means.
    pub fn owner(&self, at: usize) -> Vec<Party> {
        self.pronoun(at)
    }
}

/// Adds parties that are not there yet.
pub fn add(all: &mut Vec<Party>, more: Vec<Party>) {
    for party in more {
        if !all.iter().any(|known| known.mention == party.mention) {
            all.push(party);
        }
    }
}
