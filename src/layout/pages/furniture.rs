//! Running heads and feet: what stands at the edge of pages, and again on others.

use std::collections::{BTreeMap, BTreeSet};

use super::super::chars::is_address;
use super::super::furniture::page_number;
use super::super::lines::Role;
use super::super::looks::is_legal;
use super::super::notes::note_number;
use super::line::Line;
use super::type_style::Body;
use crate::ingest::placed::Page;

/// Rows looked at on each edge.
const ROWS: usize = 8;
/// Heights of running heads differ so little, in points.
const SAME_HEIGHT: f32 = 8.0;
/// A head or foot stands within this share of the page.
const EDGE: f32 = 0.16;
/// Larger type is a title, not a running head.
const LARGER: f32 = 1.15;

/// Marks running heads and feet, page numbers, and what is written across the page.
pub(super) fn mark(text: &str, pages: &[Page], lines: &mut [Line<'_>], body: Body) {
    let edges = edges(pages, lines);
    let notes = notes(text, lines, body);
    let repeated = repeated(text, lines, &edges);
    let heads: BTreeSet<String> = repeated.iter().map(|&index| likeness(lines[index].text(text))).collect();
    let mut found = Vec::new();
    for edge in &edges {
        for row in &edge.rows {
            let is_furniture = |&index: &usize| {
                let line = &lines[index];
                let content = line.text(text);
                if notes.contains(&index) {
                    return false;
                }
                repeated.contains(&index)
                    || (line.pagination && within_edge(line, pages))
                    || page_number(content).is_some()
                    || (within_edge(line, pages)
                        && line.style.size < LARGER * body.style.size
                        && (is_number_and_name(content)
                            || is_legal(content)
                            || is_address(content)
                            || is_code(content)
                            || heads.contains(&likeness(content))))
                    || (line.page > 1 && edge.is_top && is_running_title(text, line, lines, body))
            };
            if !row.iter().all(is_furniture) {
                break;
            }
            found.extend(row.iter().copied());
        }
    }
    found.extend(at_same_height(pages, lines, &edges, &found));
    for index in found {
        lines[index].role = Role::Furniture;
    }
    for line in lines.iter_mut().filter(|line| line.turned) {
        line.role = Role::Furniture;
    }
}

/// Lines of notes at a page's foot, which may say the same on every page: small type from a number on that is no
/// page's.
fn notes(text: &str, lines: &[Line<'_>], body: Body) -> BTreeSet<usize> {
    // A running foot counts as the pages do, and stands at the same height.
    let mut numbered: BTreeMap<(String, i64), Vec<usize>> = BTreeMap::new();
    let key = |line: &Line<'_>| {
        let number = note_number(line.text(text))?;
        Some((likeness(line.text(text)), i64::from(number) - i64::from(line.page)))
    };
    for (index, line) in lines.iter().enumerate() {
        if let Some(key) = key(line) {
            numbered.entry(key).or_default().push(index);
        }
    }
    let counts_pages = |line: &Line<'_>, key| {
        let others = numbered[&key].iter().map(|&index| &lines[index]);
        others
            .filter(|other| other.page != line.page && (other.y - line.y).abs() < 3.0)
            .count()
            > 0
    };
    let counts_notes = |line: &Line<'_>| key(line).is_some_and(|key| !counts_pages(line, key));
    let mut notes = BTreeSet::new();
    for (index, line) in lines.iter().enumerate() {
        let is_small = line.style.size < 0.95 * body.style.size;
        let begins = (line.runs.first().is_some_and(|run| run.raised) && line.runs.len() > 1) || counts_notes(line);
        let goes_on = index > 0
            && notes.contains(&(index - 1))
            && line.gap.is_some_and(|gap| gap > 0.0 && gap < 1.6 * line.style.size)
            && line.style.has_size_of(lines[index - 1].style);
        if is_small && (begins || goes_on) {
            notes.insert(index);
        }
    }
    notes
}

/// The outermost rows that stand, in type of one size, where three other pages have their running heads.
fn at_same_height(pages: &[Page], lines: &[Line<'_>], edges: &[Edge], found: &[usize]) -> Vec<usize> {
    let stands_with = |line: &Line<'_>, other: &Line<'_>| {
        other.page != line.page && (other.y - line.y).abs() < 2.0 && other.style.has_size_of(line.style)
    };
    let is_running = |&index: &usize| {
        let line = &lines[index];
        within_edge(line, pages) && found.iter().filter(|&&other| stands_with(line, &lines[other])).take(3).count() == 3
    };
    let outermost = edges.iter().filter_map(|edge| edge.rows.first());
    outermost.filter(|row| row.iter().all(is_running)).flatten().copied().collect()
}

/// The rows at one edge of a page, from outside in.
struct Edge {
    is_top: bool,
    rows: Vec<Vec<usize>>,
}

fn edges(pages: &[Page], lines: &[Line<'_>]) -> Vec<Edge> {
    let mut by_page: Vec<Vec<usize>> = vec![Vec::new(); pages.len()];
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.turned) {
        by_page[line.page as usize - 1].push(index);
    }
    let mut edges = Vec::new();
    for mut indexes in by_page {
        indexes.sort_by(|&a, &b| lines[a].y.total_cmp(&lines[b].y));
        let rows: Vec<Vec<usize>> = indexes
            .chunk_by(|&a, &b| lines[b].y - lines[a].y < 0.4 * lines[b].style.size)
            .map(<[usize]>::to_vec)
            .collect();
        edges.push(Edge {
            is_top: true,
            rows: rows.iter().take(ROWS).cloned().collect(),
        });
        edges.push(Edge {
            is_top: false,
            rows: rows.iter().rev().take(ROWS).cloned().collect(),
        });
    }
    edges
}

/// The lines that stand at the same height of another page too, but for their numbers.
fn repeated(text: &str, lines: &[Line<'_>], edges: &[Edge]) -> Vec<usize> {
    let mut alike: BTreeMap<(bool, String), Vec<usize>> = BTreeMap::new();
    for edge in edges {
        for &index in edge.rows.iter().flatten() {
            let key = likeness(lines[index].text(text));
            if !key.is_empty() {
                alike.entry((edge.is_top, key)).or_default().push(index);
            }
        }
    }
    let again = |index: usize, group: &[usize]| {
        let line = &lines[index];
        let others = || group.iter().map(|&other| &lines[other]).filter(|other| other.page != line.page);
        others().any(|other| (other.y - line.y).abs() < SAME_HEIGHT)
            || others().filter(|other| other.style.has_size_of(line.style)).count() >= 3
    };
    let mut repeated: Vec<usize> = alike
        .values()
        .flat_map(|group| group.iter().copied().filter(|&index| again(index, group)))
        .collect();
    repeated.sort_unstable();
    repeated
}

/// A line's letters, the same for all running heads of a series.
fn likeness(content: &str) -> String {
    content.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// Whether the line stands in the margin above or below the text.
fn within_edge(line: &Line<'_>, pages: &[Page]) -> bool {
    let height = pages[line.page as usize - 1].height;
    line.y < EDGE * height || line.y > (1.0 - EDGE) * height
}

/// "12 POLICY BRIEF", "GAO-06-282 Infant Formula  Page 12".
fn is_number_and_name(content: &str) -> bool {
    let mut words = content.split_whitespace();
    let (first, last) = (words.next(), words.next_back());
    let is_number = |word: Option<&str>| word.is_some_and(|word| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let says_page = content.split_whitespace().any(|word| word.eq_ignore_ascii_case("page"));
    let short = content.split_whitespace().count() <= 14;
    short && (is_number(first) != is_number(last)) && (says_page || content.contains('|') || content.contains('·') || content.contains('•'))
}

/// A paper's number: "IF12106", "RL-33".
fn is_code(content: &str) -> bool {
    let has = |test: fn(char) -> bool| content.contains(test);
    content.len() <= 14 && !has(char::is_whitespace) && !has(char::is_lowercase) && has(char::is_uppercase) && has(|c| c.is_ascii_digit())
}

/// A small line that says again what a line of larger type says on the first page.
fn is_running_title(text: &str, line: &Line<'_>, lines: &[Line<'_>], body: Body) -> bool {
    let key = likeness(line.text(text));
    let title = |other: &&Line<'_>| other.page == 1 && other.style.size > 1.15 * body.style.size.max(line.style.size);
    let titles: String = lines
        .iter()
        .take_while(|other| other.page == 1)
        .filter(title)
        .map(|other| likeness(other.text(text)))
        .collect();
    key.len() >= 8 && titles.contains(&key)
}
