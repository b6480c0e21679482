// Places on a world map: countries shaded, what has coordinates as spots.

const world = JSON.parse(byId("world").textContent);

function mapView(params, selection) {
  const output = h("div");
  const form = controls(
    [
      {
        name: "read",
        label: "Count names read as",
        type: "select",
        value: "place",
        options: [
          ["place", "places"],
          ["all", "places and states that act"],
        ],
      },
      { name: "spots", label: "Most spots", type: "number", min: 0, max: 500, value: "60" },
    ],
    params,
    (values) => output.replaceChildren(drawMap(values, selection)),
  );
  return [h("h2", {}, "Places named"), form, output];
}

function drawMap(values, selection) {
  const rows = [];
  for (const entity of page.entities) {
    const found = mentionsIn(selection, entity.entity).filter(
      (mention) => mention.kind === "place" || (values.read === "all" && entity.refs.iso_num),
    );
    if (found.length === 0 || entity.kind === "theme") continue;
    rows.push({
      ...entity,
      found,
      count: found.length,
      documents: new Set(found.map((mention) => mention.document)).size,
    });
  }
  rows.sort((a, b) => b.count - a.count || byText(a.entity, b.entity));
  const columns = [
    { label: "Name", value: (row) => row.name },
    { label: "Id", value: (row) => row.entity },
    { label: "Class", value: (row) => row.class },
    {
      label: "Mentions",
      value: (row) => row.count,
      cell: (row) => evidenceButton(count(row.count), row.name, () => mentionItems(row.found)),
      number: true,
    },
    { label: "Documents", value: (row) => row.documents, number: true },
    { label: "Latitude", value: (row) => row.refs.lat ?? null, number: true },
    { label: "Longitude", value: (row) => row.refs.lon ?? null, number: true },
  ];
  const countries = new Map(rows.filter((row) => row.refs.iso_num).map((row) => [Number(row.refs.iso_num), row]));
  const spots = rows.filter((row) => row.refs.lat && row.refs.lon && !row.refs.iso_num).slice(0, Number(values.spots));
  const drawn = topojson.feature(world, world.objects.countries).features;
  const onMap = new Set(drawn.map((country) => Number(country.id)));
  const unplaced = rows.filter((row) => !(row.refs.lat && row.refs.lon) && !onMap.has(Number(row.refs.iso_num)));
  const note = `Countries: the fuller the colour the more mentions, up to ${count(d3.max([...countries.values()], (row) => row.count) ?? 0)}; ${plural(spots.length, "spot")} by size. Zoom by the buttons or Ctrl and the wheel. ${plural(unplaced.length, "named place")} without a position here${
    unplaced.length > 0
      ? `: ${shorten(
          unplaced
            .slice(0, 8)
            .map((row) => row.name)
            .join(", "),
          120,
        )}`
      : ""
  }; the table has them. Outlines: Natural Earth, 1:110 million.`;
  const { svg, tools } = mapSvg(drawn, countries, spots);
  return chart("Map of places", svg, columns, rows, note, tools);
}

function mapSvg(drawn, countries, spots) {
  const [width, height] = [1000, 500];
  const projection = d3.geoEqualEarth().fitSize([width, height], { type: "Sphere" });
  const path = d3.geoPath(projection);
  const svg = newSvg(width, height).attr("class", "whole");
  const world = svg.append("g");
  const tools = zoomable(svg, [1, 12], (transform) => {
    world.attr("transform", transform);
    world
      .selectAll(".spot")
      .attr("r", (row) => radius(row.count) / transform.k)
      .attr("stroke-width", 0.8 / transform.k);
  });
  const most = Math.max(d3.max([...countries.values()], (row) => row.count) ?? 1, 2);
  const strong = d3.scaleLog([1, most], [0.25, 1]);
  const radius = d3.scaleSqrt([0, d3.max(spots, (row) => row.count) ?? 1], [2, 14]);
  world
    .append("path")
    .attr("class", "sea")
    .attr("d", path({ type: "Sphere" }));
  const land = world.append("g").selectAll("path").data(drawn).join("path").attr("class", "land").attr("d", path);
  const show = (row) => showEvidence(row.name, mentionItems(row.found));
  const says = (row) => `${row.name}: ${plural(row.count, "mention")} in ${plural(row.documents, "document")}`;
  land
    .filter((country) => countries.has(Number(country.id)))
    .each(function (country) {
      const row = countries.get(Number(country.id));
      asButton(d3.select(this).attr("class", "land named").attr("fill-opacity", strong(row.count)), says(row), () => show(row));
    });
  world
    .append("g")
    .selectAll("circle")
    .data(spots)
    .join("circle")
    .attr("class", "spot")
    .attr("stroke-width", 0.8)
    .attr("r", (row) => radius(row.count))
    .attr("transform", (row) => `translate(${projection([Number(row.refs.lon), Number(row.refs.lat)])})`)
    .each(function (row) {
      asButton(d3.select(this), says(row), show);
    });
  return { svg, tools };
}
