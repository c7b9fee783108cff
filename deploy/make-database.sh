#!/bin/sh
# Runs once, when the database is empty: the two roles, and the database that one of them owns.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres \
  --set owner="$VIDGA_OWNER_PASSWORD" --set app="$VIDGA_APP_PASSWORD" <<'SQL'
create role vidga_owner login password :'owner';
create role vidga_app login password :'app' nosuperuser nobypassrls;
create database vidga owner vidga_owner encoding 'UTF8' template template0;
SQL
