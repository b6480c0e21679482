//! A page's tree, walked once: its text and all its blocks, wanted or not.

use dom_query::{Document, Element, NodeId, NodeRef};

use super::elements::{Flow, attr, flow, heading_level, is_hidden, labels};
use super::notes::Notes;
use crate::document::BlockKind;
use crate::ingest::RawBlock;
use crate::ingest::extract::BlockWriter;

/// The text of a page and its blocks.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Text nodes in order, a line break at every break and block end.
    pub text: String,
    /// All blocks, navigation too.
    pub blocks: Vec<RawBlock>,
    /// What is known about each block.
    pub facts: Vec<Facts>,
}

/// What the tree tells about a block.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// The text nodes in it, with the length of each in bytes.
    pub nodes: Vec<(NodeId, usize)>,
    /// Bytes of text within links.
    pub linked: usize,
    /// The page does not show it.
    pub is_hidden: bool,
    /// An element around it is called as navigation, comments or advertisements are.
    pub is_aside: bool,
    /// The innermost element around it whose text stands apart.
    pub element: Option<NodeId>,
}

impl Facts {
    /// Bytes of text.
    pub fn len(&self) -> usize {
        self.nodes.iter().map(|(_, length)| length).sum()
    }

    /// Whether it is a link with little around it.
    pub fn is_linked(&self) -> bool {
        self.linked * 5 > self.len() * 4
    }
}

/// What the elements around a text node make of it.
#[derive(Debug, Clone, Copy)]
struct Context {
    flow: Flow,
    kind: BlockKind,
    level: u8,
    /// Blocks inside are lines of one block: in a list item, a table.
    is_one: bool,
    is_marker: bool,
    is_link: bool,
    is_hidden: bool,
    is_aside: bool,
    element: NodeId,
}

/// Walks the body of `document`.
pub(super) fn walk(document: &Document, notes: &Notes) -> Page {
    let root = document.body().unwrap_or_else(|| document.root());
    let context = Context {
        flow: Flow::Block,
        kind: BlockKind::Body,
        level: 0,
        is_one: false,
        is_marker: false,
        is_link: false,
        is_hidden: false,
        is_aside: false,
        element: root.id,
    };
    let mut walker = Walker {
        notes,
        writer: BlockWriter::default(),
        facts: Vec::new(),
        is_note: false,
        breaks: 0,
    };
    walker.descend(root, context);
    let (text, blocks) = walker.writer.finish();
    walker.facts.resize(blocks.len(), Facts::default());
    Page {
        text,
        blocks,
        facts: walker.facts,
    }
}

struct Walker<'a> {
    notes: &'a Notes,
    writer: BlockWriter,
    facts: Vec<Facts>,
    /// The next block is a note, by the anchor before it.
    is_note: bool,
    /// Line breaks since the last visible text.
    breaks: u8,
}

impl Walker<'_> {
    /// Visits all nodes below `root` in order, without recursion: pages may nest as deep as they like.
    fn descend(&mut self, root: NodeRef, context: Context) {
        let mut around = vec![context];
        let mut node = root.first_child();
        while let Some(current) = node {
            let context = around[around.len() - 1];
            if current.is_text() {
                self.text(&current, context);
            }
            if let Some(inner) = self.enter(&current, context)
                && let Some(child) = current.first_child()
            {
                around.push(inner);
                node = Some(child);
                continue;
            }
            node = self.climb(&root, current, &mut around);
        }
    }

    /// The node after `node` and all it holds; leaves the elements that end there.
    fn climb<'a>(&mut self, root: &NodeRef<'a>, mut node: NodeRef<'a>, around: &mut Vec<Context>) -> Option<NodeRef<'a>> {
        loop {
            if let Some(next) = node.next_sibling() {
                return Some(next);
            }
            node = node.parent().filter(|parent| parent.id != root.id)?;
            if let Some(left) = around.pop() {
                self.boundary(left.flow, around.last().is_some_and(|context| context.is_one) && left.is_one);
            }
        }
    }

    /// What `node` makes of the text in it; `None` where there is none to read.
    fn enter(&mut self, node: &NodeRef, outer: Context) -> Option<Context> {
        let element = node.element_ref()?;
        let name = &*element.name.local;
        let flow = flow(name);
        if flow == Flow::Skip {
            return None;
        }
        if flow == Flow::Break {
            self.line_break(outer);
            return None;
        }
        self.boundary(flow, outer.is_one);
        let mut inner = Context { flow, ..outer };
        if flow != Flow::Inline {
            inner.element = node.id;
            inner.is_aside |= is_aside(name, &element);
            label(name, &element, node, &mut inner);
        }
        inner.is_link |= name == "a";
        inner.is_hidden |= is_hidden(&element);
        inner.is_marker |= self.notes.asides.contains(&node.id);
        if self.notes.targets.contains(&node.id) {
            self.begin_note(flow, &mut inner);
        }
        Some(inner)
    }

    fn begin_note(&mut self, flow: Flow, inner: &mut Context) {
        if flow == Flow::Inline {
            self.writer.end_block();
            self.is_note = true;
        } else {
            (inner.kind, inner.level, inner.is_one) = (BlockKind::Footnote, 0, true);
        }
    }

    fn boundary(&mut self, flow: Flow, is_one: bool) {
        match flow {
            Flow::Cell if is_one => self.gap("\t"),
            Flow::Block if is_one => self.gap("\n"),
            Flow::Cell | Flow::Block => {
                self.writer.end_block();
                self.is_note &= self.breaks == 0;
            }
            Flow::Inline | Flow::Break | Flow::Skip => {}
        }
    }

    fn gap(&mut self, white: &str) {
        if self.writer.is_open() {
            self.writer.write(white, BlockKind::Body, 0);
        }
    }

    /// One break is a line's end, two a paragraph's.
    fn line_break(&mut self, context: Context) {
        self.breaks = self.breaks.saturating_add(1);
        if self.breaks > 1 && !context.is_one {
            self.writer.end_block();
        } else {
            self.gap("\n");
        }
    }

    fn text(&mut self, node: &NodeRef, context: Context) {
        let text = node.text();
        let is_blank = text.chars().all(char::is_whitespace);
        if is_blank {
            self.writer.aside(if self.writer.len() == 0 { "" } else { &text });
            return;
        }
        if context.is_marker {
            self.writer.aside(&text);
            return;
        }
        self.breaks = 0;
        let kind = if std::mem::take(&mut self.is_note) {
            BlockKind::Footnote
        } else {
            context.kind
        };
        self.writer.write(&text, kind, context.level);
        let block = self.writer.next();
        self.facts.resize(block + 1, Facts::default());
        let facts = &mut self.facts[block];
        if facts.nodes.is_empty() {
            (facts.is_hidden, facts.is_aside, facts.element) = (context.is_hidden, context.is_aside, Some(context.element));
        }
        facts.nodes.push((node.id, text.trim().len()));
        facts.linked += if context.is_link { text.trim().len() } else { 0 };
    }
}

/// What a block element makes of the text in it.
fn label(name: &str, element: &Element, node: &NodeRef, context: &mut Context) {
    if context.kind == BlockKind::Footnote {
        return;
    }
    let (kind, is_one) = match name {
        "table" if is_data(node) => (BlockKind::Table, true),
        "li" | "dt" | "dd" => (BlockKind::List, is_plain_item(node)),
        "figcaption" | "caption" => (BlockKind::Caption, true),
        "blockquote" if context.kind == BlockKind::Caption => (BlockKind::Body, false),
        "figure" => (BlockKind::Caption, false),
        _ if context.is_one => return,
        "aside" if is_note(element) => (BlockKind::Footnote, true),
        _ if heading_level(name).is_some() => (BlockKind::Heading, true),
        _ if is_caption(element) => (BlockKind::Caption, false),
        _ => return,
    };
    context.kind = kind;
    context.is_one = is_one;
    context.level = heading_level(name).unwrap_or(0);
}

/// Whether an element is called a note by its role or EPUB type.
fn is_note(element: &Element) -> bool {
    let labels = labels(element);
    labels
        .split([' ', '-'])
        .any(|word| matches!(word, "footnote" | "endnote" | "rearnote"))
}

fn is_caption(element: &Element) -> bool {
    attr(element, "class").is_some_and(|class| class.to_ascii_lowercase().contains("caption"))
}

/// Words in the class or id of elements that stand beside an article.
const ASIDES: &[&str] = &[
    "advert",
    "advertisement",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "dateline",
    "menu",
    "nav",
    "navigation",
    "newsletter",
    "pagination",
    "promo",
    "recirc",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsored",
    "subscribe",
    "timestamp",
];

/// Whether an element is called as what stands beside an article.
fn is_aside(name: &str, element: &Element) -> bool {
    matches!(name, "nav" | "footer" | "form" | "button") || {
        let labels = labels(element);
        labels.split([' ', '-', '_']).any(|word| ASIDES.contains(&word))
    }
}

/// Whether a table holds data and does not only place things on the page.
fn is_data(table: &NodeRef) -> bool {
    let (mut rows, mut cells, mut length) = (0, 0, 0);
    for node in table.descendants_it() {
        if node.is_text() {
            length += node.text().trim().len();
        }
        let Some(name) = node.node_name() else { continue };
        match &*name {
            "table" | "ul" | "ol" | "blockquote" | "article" | "section" | "h1" | "h2" => return false,
            "tr" => rows += 1,
            "td" | "th" => cells += 1,
            _ => {}
        }
    }
    rows > 1 && cells >= 2 * rows && length <= 200 * cells && table.attr("role").is_none_or(|role| &*role != "presentation")
}

/// Whether a list item holds nothing with blocks of its own kind.
fn is_plain_item(item: &NodeRef) -> bool {
    let is_block = |name: &str| {
        heading_level(name).is_some() || matches!(name, "ul" | "ol" | "dl" | "table" | "article" | "section" | "figure" | "blockquote")
    };
    let mut inside = item.descendants_it();
    !inside
        .by_ref()
        .take(200)
        .any(|node| node.node_name().is_some_and(|name| is_block(&name)))
        && inside.next().is_none()
}
