//! GraphML, as networkx, igraph, Gephi and visone read it.

use std::io::{self, Write};

use serde_json::Value;

use super::network::{Attribute, Graph, Of};
use super::xml::{escape, value};

pub fn write(graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#)?;
    key(out, "node", "label", Of::Text)?;
    keys(out, "node", graph.node_attributes)?;
    key(out, "edge", "weight", Of::Real)?;
    keys(out, "edge", graph.edge_attributes)?;
    let direction = if graph.directed { "directed" } else { "undirected" };
    writeln!(out, r#"<graph id="{}" edgedefault="{direction}">"#, graph.name)?;
    for node in &graph.nodes {
        write!(
            out,
            r#"<node id="{}"><data key="node_label">{}</data>"#,
            escape(&node.id),
            escape(&node.label)
        )?;
        data(out, "node", graph.node_attributes, &node.values)?;
        writeln!(out, "</node>")?;
    }
    for (number, edge) in graph.edges.iter().enumerate() {
        let (source, target) = (escape(&edge.source), escape(&edge.target));
        write!(
            out,
            r#"<edge id="e{number}" source="{source}" target="{target}"><data key="edge_weight">{}</data>"#,
            edge.weight
        )?;
        data(out, "edge", graph.edge_attributes, &edge.values)?;
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</graph>\n</graphml>")
}

fn keys(out: &mut impl Write, of: &str, attributes: &[Attribute]) -> io::Result<()> {
    attributes
        .iter()
        .try_for_each(|attribute| key(out, of, attribute.name, attribute.of))
}

fn key(out: &mut impl Write, of: &str, name: &str, kind: Of) -> io::Result<()> {
    let kind = match kind {
        Of::Text => "string",
        Of::Whole => "long",
        Of::Real => "double",
    };
    writeln!(out, r#"<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>"#)
}

fn data(out: &mut impl Write, of: &str, attributes: &[Attribute], values: &[Value]) -> io::Result<()> {
    for (attribute, own) in attributes.iter().zip(values) {
        if let Some(text) = value(own) {
            write!(out, r#"<data key="{of}_{}">{text}</data>"#, attribute.name)?;
        }
    }
    Ok(())
}
