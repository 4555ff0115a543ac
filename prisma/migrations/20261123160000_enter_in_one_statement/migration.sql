-- Every page opens the border twice or three times; each statement less is a round trip less. Both run with the rights of
-- who calls: row-level security decides what they find. What they set ends with the transaction.

-- Sets the person, then takes the organization from that person's own membership. No membership: no row, and no tenant.
CREATE FUNCTION "enter_organization"(person UUID, wanted TEXT)
RETURNS TABLE ("organizationId" UUID, "slug" TEXT, "organizationName" TEXT, "scanMaxAgeDays" INTEGER, "name" TEXT, "role" TEXT)
LANGUAGE plpgsql VOLATILE SECURITY INVOKER AS $$
BEGIN
  PERFORM set_config('app.user_id', person::text, true);
  SELECT o.id, o.slug, o.name, o.scan_max_age_days, m.name, m.role
    INTO "organizationId", "slug", "organizationName", "scanMaxAgeDays", "name", "role"
    FROM memberships m JOIN organizations o ON o.id = m.organization_id
    WHERE m.user_id = person AND o.slug = wanted;
  IF FOUND THEN
    PERFORM set_config('app.organization_id', "organizationId"::text, true);
    RETURN NEXT;
  END IF;
END
$$;

-- Whose session it is, unless it is unknown, another person's, revoked, over at that moment, or its account is disabled.
CREATE FUNCTION "live_session"(person UUID, session_id UUID, moment TIMESTAMPTZ)
RETURNS TABLE ("name" TEXT, "email" TEXT)
LANGUAGE plpgsql VOLATILE SECURITY INVOKER AS $$
BEGIN
  PERFORM set_config('app.user_id', person::text, true);
  RETURN QUERY SELECT u.name, u.email FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = session_id AND s.user_id = person AND s.revoked_at IS NULL AND s.expires_at > moment
      AND u.disabled_at IS NULL;
END
$$;
