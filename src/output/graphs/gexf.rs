//! GEXF 1.3 with dynamic time, as Gephi reads it.

use std::io::{self, Write};

use serde_json::Value;

use super::network::{Attribute, Graph, Of};
use super::times::Spell;
use super::xml::{escape, value};

pub fn write(graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<gexf xmlns="http://gexf.net/1.3" version="1.3">"#)?;
    let direction = if graph.directed { "directed" } else { "undirected" };
    writeln!(out, r#"<graph defaultedgetype="{direction}" mode="dynamic" timeformat="date">"#)?;
    attributes(out, "node", graph.node_attributes)?;
    attributes(out, "edge", graph.edge_attributes)?;
    writeln!(out, "<nodes>")?;
    for node in &graph.nodes {
        write!(out, r#"<node id="{}" label="{}">"#, escape(&node.id), escape(&node.label))?;
        inside(out, &node.values, &node.spells)?;
        writeln!(out, "</node>")?;
    }
    writeln!(out, "</nodes>\n<edges>")?;
    for (number, edge) in graph.edges.iter().enumerate() {
        let (source, target) = (escape(&edge.source), escape(&edge.target));
        write!(
            out,
            r#"<edge id="{number}" source="{source}" target="{target}" weight="{}">"#,
            edge.weight
        )?;
        inside(out, &edge.values, &edge.spells)?;
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</edges>\n</graph>\n</gexf>")
}

fn attributes(out: &mut impl Write, of: &str, attributes: &[Attribute]) -> io::Result<()> {
    writeln!(out, r#"<attributes class="{of}" mode="static">"#)?;
    for (number, attribute) in attributes.iter().enumerate() {
        let kind = match attribute.of {
            Of::Text => "string",
            Of::Whole => "long",
            Of::Real => "double",
        };
        writeln!(out, r#"<attribute id="{number}" title="{}" type="{kind}"/>"#, attribute.name)?;
    }
    writeln!(out, "</attributes>")
}

fn inside(out: &mut impl Write, values: &[Value], spells: &[Spell]) -> io::Result<()> {
    write!(out, "<attvalues>")?;
    for (number, own) in values.iter().enumerate() {
        if let Some(text) = value(own) {
            write!(out, r#"<attvalue for="{number}" value="{text}"/>"#)?;
        }
    }
    write!(out, "</attvalues>")?;
    if spells.is_empty() {
        return Ok(());
    }
    write!(out, "<spells>")?;
    for Spell { first, last } in spells {
        write!(out, r#"<spell start="{first}" end="{last}"/>"#)?;
    }
    write!(out, "</spells>")
}
