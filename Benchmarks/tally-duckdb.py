#!/usr/bin/env python3
"""The aggregation of `cfir tally` by DuckDB. usage: tally-duckdb.py IN.csv OUT.csv THREADS"""
import sys

import duckdb

source, out, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
duckdb.connect(config={"threads": threads}).execute(
    f"""copy (select "Document group" as organization, "Code" as code, count(*) as excerpts,
        count(distinct "Document name") as sources, coalesce(sum("Weight score"), 0) as total, avg("Weight score") as mean,
        count(*) filter ("Weight score" > 0) as positive, count(*) filter ("Weight score" < 0) as negative
      from read_csv('{source}') group by 1, 2 order by 1, 2) to '{out}' (header, delimiter ',')"""
)
