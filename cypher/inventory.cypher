// Every node of the graph, by its labels and what names it, in no order.
// params: none
// returns: [labels, id]
MATCH (n)
RETURN labels(n) AS labels, coalesce(n.id, n.edtf, n.key, n.name) AS id
