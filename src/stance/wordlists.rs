//! The closed classes of words that the rules of this room name, as symbols of the vocabulary.

use super::clauses::VerbClasses;
use super::frames::Prepositions;
use super::parties::Links;
use super::vocabulary::{Sym, Vocabulary};
use super::{grammar, inflect};
use crate::lexicon::{Cue, CueKind, Lexicon, PartOfSpeech};

/// What verbs take, by their lemma.
pub fn verb_classes(lexicon: &Lexicon, vocabulary: &Vocabulary) -> VerbClasses {
    let set = |verbs: &mut dyn Iterator<Item = &str>| {
        let mut set = vec![false; vocabulary.len()];
        for verb in verbs {
            for spelling in inflect::spellings(verb) {
                set[vocabulary.sym(&spelling) as usize] = true;
            }
        }
        set[0] = false;
        set
    };
    let saying = |cue: &&Cue| matches!(cue.kind, CueKind::Reporting | CueKind::Hedge) && cue.pos == PartOfSpeech::Verb;
    VerbClasses {
        object_control: set(&mut grammar::OBJECT_CONTROL.split_whitespace()),
        demand: set(&mut grammar::DEMAND.split_whitespace()),
        ordering: set(&mut grammar::ORDERING.split_whitespace()),
        warning: set(&mut grammar::WARNING.split_whitespace()),
        joint: set(&mut grammar::JOINT.split_whitespace()),
        dubbing: set(&mut grammar::DUBBING.split_whitespace()),
        describing: set(&mut grammar::DESCRIBING.split_whitespace()),
        resigning: set(&mut grammar::RESIGNING.split_whitespace()),
        dative: set(&mut grammar::DATIVE.split_whitespace()),
        fighting: set(&mut grammar::FIGHTING.split_whitespace()),
        leaving: set(&mut grammar::LEAVING.split_whitespace()),
        denial: set(&mut grammar::DENIAL.split_whitespace()),
        souring: set(&mut grammar::SOURING.split_whitespace()),
        helping: set(&mut grammar::HELPING.split_whitespace()),
        founding: set(&mut grammar::FOUNDING.split_whitespace()),
        receiving: set(&mut grammar::RECEIVING.split_whitespace()),
        outside: set(&mut grammar::OUTSIDE.split_whitespace()),
        including: set(&mut grammar::INCLUDING.split_whitespace()),
        means: set(&mut grammar::MEANS.split_whitespace()),
        object_of_gerund: set(&mut grammar::OBJECT_OF_GERUND.split_whitespace()),
        saying: set(&mut lexicon.cues.iter().filter(saying).map(|cue| cue.lemma.as_str())),
        who: ["who", "whom"].map(|word| vocabulary.sym(word)),
        by: vocabulary.sym("by"),
        of_for_from: ["of", "for", "from"].map(|word| vocabulary.sym(word)),
    }
}

/// The words by which one noun group leads to another's party.
pub fn links(vocabulary: &Vocabulary) -> Links {
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
        owning: grammar::OWNING.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        trade: grammar::TRADE.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        plans: grammar::PLANS.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        ownership: grammar::OWNERSHIP.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        counters: grammar::COUNTERS.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        rights: grammar::RIGHTS.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        conduct: grammar::CONDUCT.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        attitudes: grammar::ATTITUDE.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        answers: grammar::ANSWERS.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        relations: grammar::RELATIONS.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        struck: grammar::STRUCK.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        contests: grammar::CONTEST.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        beating: grammar::BEATING
            .split_whitespace()
            .map(|word| vocabulary.sym(word))
            .filter(|&sym| sym != 0)
            .collect(),
        quantities: grammar::QUANTITIES.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        whose_pronoun: vocabulary.sym("whose"),
        both: syms(&["both", "two", "these"]),
        the: vocabulary.sym("the"),
        this: vocabulary.sym("this"),
        sorts: grammar::DESCRIPTIONS
            .iter()
            .flat_map(|(sort, nouns)| nouns.split_whitespace().map(|noun| (vocabulary.sym(noun), *sort)))
            .collect(),
        writings: grammar::WRITINGS.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        writers: syms(&["author", "authors"]),
        present: syms(&["present", "current"]),
        judging: grammar::JUDGING.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
        grounds: syms(&["for", "over"]),
        charges: grammar::CHARGES.split_whitespace().map(|word| vocabulary.sym(word)).collect(),
    }
}

/// The prepositions that frames look for.
pub fn prepositions(vocabulary: &Vocabulary) -> Prepositions {
    let sym = |word| vocabulary.sym(word);
    Prepositions {
        by: sym("by"),
        from: sym("from"),
        of: sym("of"),
        with: sym("with"),
        beside: ["with", "alongside"].map(sym),
        between: [sym("between"), sym("among")],
        within: ["in", "among"].map(sym),
        struck: ["in", "of", "from", "at"].map(sym),
        through: ["through", "within", "under", "via"].map(sym),
        whose: ["to", "for", "from"].map(sym),
        adjunct: ["after", "following", "during", "amid", "through", "despite", "via", "in"].map(sym),
        grounds: ["for", "over"].map(sym),
        partner: ["with", "by", "from", "to"].map(sym),
        attitude: ["to", "towards", "toward", "with", "on", "about", "regarding"].map(sym),
        r#as: sym("as"),
        restraint: sym("restraint"),
        whether: sym("whether"),
        goods: ["security", "safety"].map(sym),
        less: sym("less"),
        no: sym("no"),
        only: ["only", "just", "merely", "simply", "solely"].map(sym),
        come: sym("come"),
        felt: ["by", "with", "about", "over", "at"].map(sym),
    }
}
