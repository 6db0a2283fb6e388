// Written by ./homeward schema from the routes' own schemas. Do not edit.
export interface paths {
    "/api/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-agencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-approvals-id-case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-approvals-id-decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/asked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-approvals-asked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-calls"];
        put?: never;
        post: operations["post-calls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch-calls-id"];
        trace?: never;
    };
    "/api/calls/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-calls-id-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-case-board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases"];
        put?: never;
        post: operations["post-cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch-cases-id"];
        trace?: never;
    };
    "/api/cases/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-access"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-assessments"];
        put?: never;
        post: operations["post-cases-id-assessments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-consents"];
        put?: never;
        post: operations["post-cases-id-consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/consents/{consent}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-consents-consent-withdrawal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/contact-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-contact-rules"];
        put?: never;
        post: operations["post-cases-id-contact-rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/contact-rules/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete-cases-id-contact-rules-rule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-documents"];
        put?: never;
        post: operations["post-cases-id-documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/documents/{document}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-documents-document-block"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/documents/{document}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-documents-document-copy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/documents/{document}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-documents-document-original"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-goals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/goals/{goal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch-cases-id-goals-goal"];
        trace?: never;
    };
    "/api/cases/{id}/goals/{goal}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-goals-goal-outcome"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-hand-overs"];
        put?: never;
        post: operations["post-cases-id-hand-overs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/hand-overs/{handover}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-hand-overs-handover-reading"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/homes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-homes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-members-member"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/members/{member}/sections/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-members-member-sections-section"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch-cases-id-people-person"];
        trace?: never;
    };
    "/api/cases/{id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-places"];
        put?: never;
        post: operations["post-cases-id-places"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/places/{place}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-places-place-departure"];
        post?: never;
        delete: operations["delete-cases-id-places-place-departure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/places/{place}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-places-place-review"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/plan/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-plan-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-recusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-risk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/screenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-cases-id-screenings"];
        put?: never;
        post: operations["post-cases-id-screenings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/screenings/{screening}/countersignature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-screenings-screening-countersignature"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/screenings/{screening}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-screenings-screening-decision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch-cases-id-tasks-task"];
        trace?: never;
    };
    "/api/cases/{id}/tasks/{task}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-cases-id-tasks-task-outcome"];
        post?: never;
        delete: operations["delete-cases-id-tasks-task-outcome"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/tracks/{track}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-tracks-track-closing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/tracks/{track}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-cases-id-tracks-track-closure"];
        delete: operations["delete-cases-id-tracks-track-closure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-colleagues"];
        put?: never;
        post: operations["post-colleagues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/colleagues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-colleagues-id"];
        put?: never;
        post?: never;
        delete: operations["delete-colleagues-id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/colleagues/{id}/posting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-colleagues-id-posting"];
        post: operations["post-colleagues-id-posting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/colleagues/{id}/sign-up-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-colleagues-id-sign-up-link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/cast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-demo-cast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-demo-session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-administrators/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-first-administrators-id-link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-first-responses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-hand-overs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-identities-id"];
        post?: never;
        delete: operations["delete-identities-id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identities/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-identities-id-erasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identities/{id}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-identities-id-openings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-identity-searches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-imports"];
        put?: never;
        post: operations["post-imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-imports-id"];
        put?: never;
        post?: never;
        delete: operations["delete-imports-id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-imports-id-dry-run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-imports-id-form"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/lines/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-imports-id-lines-line"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-imports-id-mapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/marginals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-imports-id-marginals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/mends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-imports-id-mends"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/promotion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-imports-id-promotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/staging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-imports-id-staging"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/installation/administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-installation-administrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kept-agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-kept-agencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-my-sign-in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-office-changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office-changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-office-changes-id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overseers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-overseers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overseers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-overseers-id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-oversight-cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-oversight-log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-oversight-openings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-oversight-refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-oversight-unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-pack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-passkeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-passkeys-id"];
        post?: never;
        delete: operations["delete-passkeys-id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-passkeys-options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-recoveries"];
        put?: never;
        post: operations["post-recoveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-recoveries-id-decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries/{id}/vouching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-recoveries-id-vouching"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-reports"];
        put?: never;
        post: operations["post-reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-reports-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/attachments/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-reports-id-attachments-file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/attachments/{file}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-reports-id-attachments-file-block"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-reports-id-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-reports-id-claim"];
        post?: never;
        delete: operations["delete-reports-id-claim"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-reports-id-messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/screenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-reports-id-screenings"];
        put?: never;
        post: operations["post-reports-id-screenings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/screenings/{screening}/countersignature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-reports-id-screenings-screening-countersignature"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/screenings/{screening}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-reports-id-screenings-screening-decision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/setting-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-reports-id-setting-aside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screening-advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-screening-advice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-second-reads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-reads/{id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-second-reads-id-verdict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session"];
        delete: operations["delete-session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-enrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/forgotten-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-forgotten-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-passkey-options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-recovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-step-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/step-up/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-step-up-passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/step-up/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-step-up-passkey-options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp-enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-session-totp-enrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete-sessions-id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-up-links/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-sign-up-links-reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post-sign-ups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-log-checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/tile/{*}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get-log-tile-*"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            code: string;
            /** @description For changed-since: what the record holds now */
            current?: unknown;
            errors?: {
                /** @description JSON pointer into the body, or a parameter's name */
                at: string;
                problem: string;
            }[];
            legalBasis: string | null;
            /** @description What to do now */
            next: string;
            status: number;
            /** @description What happened, in the reader's language */
            title: string;
            /** @description Where the code is explained: /problems/<code> */
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "get-agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencies: {
                            /** Format: uuid */
                            id: string;
                            jurisdiction: string;
                            kind: string;
                            names: {
                                [key: string]: string;
                            };
                            units: {
                                districts: string[];
                                /** Format: uuid */
                                id: string;
                                names: {
                                    [key: string]: string;
                                };
                            }[];
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approvals: {
                            action: string;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: {
                                [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            onCase: boolean;
                            payload: {
                                [key: string]: unknown;
                            };
                            payloadHash: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-approvals-id-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        age: number | null;
                        jurisdiction: {
                            [key: string]: string;
                        };
                        lastEventAt: string | null;
                        openedAt: string;
                        openTasks: number;
                        reason: string | null;
                        ref: string;
                        screenings: number;
                        /** @enum {string} */
                        sex: "not-known" | "girl" | "boy" | "another";
                        situation: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-approvals-id-decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @enum {string} */
                    decision: "approved" | "declined";
                    payloadHash: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-approvals-asked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approvals: {
                            action: string;
                            /** Format: date-time */
                            askedAt: string;
                            decidedAt: string | null;
                            decision: ("approved" | "declined") | null;
                            decisionCode: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            usedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calls: {
                            /** @enum {string} */
                            danger: "now" | "no" | "not-sure";
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            receivedAt: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    aboutAgency?: string | null;
                    /** @default false */
                    aboutSelf?: boolean;
                    /** @default null */
                    age?: string | null;
                    /** @default null */
                    callBack?: ("safe" | "unsafe" | "ask-first") | null;
                    /**
                     * @default not-sure
                     * @enum {string}
                     */
                    danger?: "now" | "no" | "not-sure";
                    /** @default null */
                    district?: string | null;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "hi";
                    /** @default null */
                    receivedAt?: string | null;
                    /** @default false */
                    silent?: boolean;
                    /** @default null */
                    situation?: string | null;
                    /** @default {} */
                    words?: {
                        /** @default  */
                        callerPhone?: string;
                        /** @default  */
                        reachHow?: string;
                        /** @default  */
                        saw?: string;
                        /** @default  */
                        where?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patch-calls-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    aboutSelf?: boolean;
                    age?: string | null;
                    callBack?: ("safe" | "unsafe" | "ask-first") | null;
                    /** @enum {string} */
                    danger?: "now" | "no" | "not-sure";
                    district?: string | null;
                    ended?: ("hung-up" | "cut-off") | null;
                    silent?: boolean;
                    situation?: string | null;
                    words?: {
                        /** @default  */
                        callerPhone?: string;
                        /** @default  */
                        reachHow?: string;
                        /** @default  */
                        saw?: string;
                        /** @default  */
                        where?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        earlierCalls: number;
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-calls-id-report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-case-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        board: {
                            closed: {
                                high: number;
                                immediate: number;
                                low: number;
                                medium: number;
                                none: number;
                                unset: number;
                            };
                            open: {
                                high: number;
                                immediate: number;
                                low: number;
                                medium: number;
                                none: number;
                                unset: number;
                            };
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases": {
        parameters: {
            query?: {
                after?: string;
                atMost?: number;
                district?: string;
                open?: "yes" | "no" | "any";
                ref?: string;
                risk?: "immediate" | "high" | "medium" | "low" | "none";
                situation?: string;
                sort?: "newest" | "oldest" | "risk";
                whose?: "mine" | "agency";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: {
                            age: number | null;
                            /** @enum {string} */
                            ageBasis: "not-known" | "seems" | "said" | "papers" | "assessed";
                            district: string | null;
                            happenedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            isChild: "no" | "yes" | "not-sure";
                            isOpen: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            ref: string;
                            respondBy: string | null;
                            risk: ("immediate" | "high" | "medium" | "low" | "none") | null;
                            /** @enum {string} */
                            sex: "not-known" | "girl" | "boy" | "another";
                            situation: string;
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    age?: number | null;
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    ageBasis?: "not-known" | "seems" | "said" | "papers" | "assessed";
                    /** @default null */
                    district?: string | null;
                    /** @default null */
                    happenedAt?: string | null;
                    /**
                     * @default not-sure
                     * @enum {string}
                     */
                    isChild?: "no" | "yes" | "not-sure";
                    note?: string;
                    /** @default null */
                    risk?: ("immediate" | "high" | "medium" | "low" | "none") | null;
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    sex?: "not-known" | "girl" | "boy" | "another";
                    situation: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        ref: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        age: number | null;
                        /** @enum {string} */
                        ageBasis: "not-known" | "seems" | "said" | "papers" | "assessed";
                        district: string | null;
                        happenedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        isChild: "no" | "yes" | "not-sure";
                        isOpen: boolean;
                        looks: number;
                        manages: boolean;
                        members: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            agencyId: string | null;
                            basis: string;
                            isHome: boolean;
                            isOwner: boolean;
                            kind: number;
                            member: number;
                            purpose: number;
                            sections: number[];
                            /** Format: date-time */
                            since: string;
                            unit: {
                                [key: string]: string;
                            } | null;
                            unitId: string | null;
                            until: string | null;
                            worker: {
                                [key: string]: string;
                            } | null;
                            workerId: string | null;
                        }[];
                        notes: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            corrects: string | null;
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            section: number | null;
                            text: string | null;
                            /** Format: date-time */
                            writtenAt: string;
                        }[];
                        /** Format: date-time */
                        openedAt: string;
                        origin: string;
                        people: {
                            /** Format: date-time */
                            addedAt: string;
                            age: number | null;
                            erased: boolean;
                            /** Format: uuid */
                            id: string;
                            identityVersion: number | null;
                            livesWith: boolean | null;
                            relation: string | null;
                            relationClaimed: boolean;
                            /** @enum {string} */
                            role: "child" | "sibling" | "caregiver" | "suspect" | "other" | "person-of-concern";
                            sealed: boolean;
                            /** @enum {string} */
                            sex: "not-known" | "girl" | "boy" | "another";
                            version: number;
                        }[];
                        ref: string;
                        reportId: string | null;
                        respondBy: string | null;
                        risk: ("immediate" | "high" | "medium" | "low" | "none") | null;
                        riskSetAt: string | null;
                        sections: number[];
                        /** @enum {string} */
                        sex: "not-known" | "girl" | "boy" | "another";
                        situation: string;
                        stages: {
                            /** Format: uuid */
                            id: string;
                            leftAt: string | null;
                            /** Format: date-time */
                            reachedAt: string;
                            /** @enum {string} */
                            stage: "reported" | "safe" | "heard" | "cared-for" | "justice" | "home" | "followed";
                        }[];
                        timeline: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            approx: string | null;
                            codes: {
                                [key: string]: unknown;
                            };
                            corrects: string | null;
                            fromHome: boolean;
                            fromPaper: boolean;
                            happenedAt: string | null;
                            held: boolean;
                            /** Format: uuid */
                            id: string;
                            kind: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            section: number | null;
                            text: string | null;
                        }[];
                        tracks: {
                            closedAt: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            outcome: string | null;
                            /** @enum {string} */
                            track: "care" | "justice";
                        }[];
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patch-cases-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    age?: number | null;
                    /** @enum {string} */
                    ageBasis?: "not-known" | "seems" | "said" | "papers" | "assessed";
                    district?: string | null;
                    /** @enum {string} */
                    isChild?: "no" | "yes" | "not-sure";
                    reason: string;
                    /** @enum {string} */
                    sex?: "not-known" | "girl" | "boy" | "another";
                    situation?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-access": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sections: {
                            basis: string;
                            member: number;
                            section: number;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approvals: {
                            action: string;
                            /** Format: date-time */
                            askedAt: string;
                            decidedAt: string | null;
                            decision: ("approved" | "declined") | null;
                            decisionCode: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            usedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-assessments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assessments: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            bestInterests: string | null;
                            /** @enum {string} */
                            childHeard: "alone" | "with-others" | "not-heard";
                            childView: string | null;
                            findings: {
                                /** @enum {string} */
                                domain: "safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice";
                                /** @enum {string} */
                                level: "safe" | "concern" | "danger" | "not-known";
                                text: string | null;
                            }[];
                            follows: string | null;
                            fromHome: boolean;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "first" | "full" | "best-interests" | "before-return" | "after-return" | "health" | "mind";
                            /** Format: date */
                            madeOn: string;
                            /** Format: date-time */
                            recordedAt: string;
                            reviewOn: string | null;
                            section: number | null;
                        }[];
                        ref: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-assessments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bestInterests: string;
                    /** @enum {string} */
                    childHeard: "alone" | "with-others" | "not-heard";
                    /** @default  */
                    childView?: string;
                    findings: {
                        /** @enum {string} */
                        domain: "safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice";
                        /** @enum {string} */
                        level: "safe" | "concern" | "danger" | "not-known";
                        /** @default  */
                        text?: string;
                    }[];
                    /** @default null */
                    follows?: string | null;
                    /** @enum {string} */
                    kind: "first" | "full" | "best-interests" | "before-return" | "after-return" | "health" | "mind";
                    /** Format: date */
                    madeOn: string;
                    /** @default null */
                    reviewOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-consents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consents: {
                            /** @enum {string} */
                            answer: "yes" | "no" | "not-asked-danger";
                            caregiverId: string | null;
                            channel: string | null;
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            givenAt: string;
                            /** @enum {string} */
                            giver: "child" | "caregiver" | "committee";
                            how: string[];
                            /** Format: uuid */
                            id: string;
                            interpreter: boolean;
                            isAssent: boolean;
                            language: string;
                            /** @enum {string} */
                            mark: "signature" | "thumb" | "voice" | "spoken";
                            /** Format: uuid */
                            personId: string;
                            present: string[];
                            purpose: string;
                            receiver: {
                                [key: string]: string;
                            } | null;
                            receiverAgency: string | null;
                            receiverHidden: boolean;
                            /** @enum {string} */
                            toPlease: "no" | "perhaps" | "yes";
                            withdrawnAt: string | null;
                            words: string | null;
                        }[];
                        ref: string;
                        stands: {
                            by: ("child" | "caregiver" | "committee") | null;
                            channel: string | null;
                            doubtful: boolean;
                            /** Format: uuid */
                            personId: string;
                            purpose: string;
                            receiver: {
                                [key: string]: string;
                            } | null;
                            receiverAgency: string | null;
                            receiverHidden: boolean;
                            /** @enum {string} */
                            state: "yes" | "no" | "ended" | "withdrawn" | "never-asked";
                            until: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-consents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "yes" | "no" | "not-asked-danger";
                    /** @default null */
                    caregiverId?: string | null;
                    /** @default null */
                    channel?: string | null;
                    /** Format: date-time */
                    endsAt: string;
                    /** Format: date-time */
                    givenAt: string;
                    /** @enum {string} */
                    giver: "child" | "caregiver" | "committee";
                    how: ("words" | "pictures" | "read-aloud" | "sign-language" | "play")[];
                    interpreter: boolean;
                    language: string;
                    /** @enum {string} */
                    mark: "signature" | "thumb" | "voice" | "spoken";
                    /** Format: uuid */
                    personId: string;
                    present: ("alone" | "caregiver" | "relative" | "support-person" | "counsellor" | "police-in-uniform" | "police-without-uniform" | "committee" | "doctor" | "lawyer" | "interpreter" | "home-staff" | "employer-side" | "other-children" | "somebody-else")[];
                    purpose: string;
                    /** @default null */
                    receiverAgency?: string | null;
                    /** @enum {string} */
                    toPlease: "no" | "perhaps" | "yes";
                    /** @default  */
                    words?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-consents-consent-withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consent: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        withdrawnAt: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-contact-rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        held: boolean;
                        rules: {
                            allowed: boolean;
                            channel: string;
                            endedAt: string | null;
                            household: boolean;
                            /** Format: uuid */
                            id: string;
                            personId: string | null;
                            /** Format: date-time */
                            setAt: string;
                            text: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-contact-rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allowed: boolean;
                    channel: string;
                    household: boolean;
                    /** @default null */
                    personId?: string | null;
                    /** @default  */
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-cases-id-contact-rules-rule": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: {
                            /** Format: date-time */
                            addedAt: string;
                            agency: {
                                [key: string]: string;
                            } | null;
                            blocked: boolean;
                            bytes: number;
                            firstReadAt: string | null;
                            fromHome: boolean;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "committee-order" | "first-information-report" | "court-paper" | "identity-paper" | "photograph" | "school-paper" | "medical-report" | "counselling-report" | "statement" | "social-report" | "letter" | "wage-paper" | "other";
                            media: string;
                            section: number | null;
                            sha256: string;
                            title: string | null;
                        }[];
                        ref: string;
                        sections: number[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-documents-document-block": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-documents-document-copy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-documents-document-original": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    approx?: ("day" | "month" | "season" | "year" | "about") | null;
                    /** @default null */
                    corrects?: string | null;
                    /** @default false */
                    fromPaper?: boolean;
                    happenedAt: string | null;
                    kind: string;
                    /** @default null */
                    section?: number | null;
                    /** @enum {string} */
                    stage?: "reported" | "safe" | "heard" | "cared-for" | "justice" | "home" | "followed";
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-goals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    domain: "safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice";
                    /** Format: date */
                    reviewOn: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patch-cases-id-goals-goal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                goal: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** Format: date */
                    reviewOn?: string;
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-goals-goal-outcome": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                goal: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "met" | "partly" | "abandoned";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        handOvers: {
                            hash: string;
                            /** Format: uuid */
                            id: string;
                            mine: boolean;
                            number: number;
                            readAt: string | null;
                            reader: {
                                [key: string]: string;
                            } | null;
                            text: string | null;
                            unit: {
                                [key: string]: string;
                            } | null;
                            /** Format: uuid */
                            unitId: string;
                            /** Format: date-time */
                            until: string;
                            writer: {
                                [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            writtenAt: string;
                        }[];
                        ref: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** Format: uuid */
                    unitId: string;
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        /** Format: uuid */
                        id: string;
                        number: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-hand-overs-handover-reading": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handover: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readAt: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            at: string;
                            became: unknown;
                            field: string;
                            fromHome: boolean;
                            /** Format: uuid */
                            id: string;
                            mine: boolean;
                            /** @enum {string} */
                            of: "cases" | "people" | "risks";
                            reason: string | null;
                            /** Format: uuid */
                            rowId: string;
                            section: number | null;
                            was: unknown;
                            worker: {
                                [key: string]: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-homes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        homes: {
                            agency: {
                                [key: string]: string;
                            };
                            sameDistrict: boolean;
                            sameState: boolean;
                            unit: {
                                [key: string]: string;
                            };
                            /** Format: uuid */
                            unitId: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-looks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        looks: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            at: string;
                            fromHome: boolean;
                            mine: boolean;
                            purpose: string | null;
                            verb: string;
                            worker: {
                                [key: string]: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    basis: "joint-work" | "urgent-protection" | "referral" | "court-order" | "statutory-duty" | "support-person" | "longer-needed" | "work-done" | "wrong-person" | "child-asked";
                    /** @enum {string} */
                    kind: "unit" | "worker";
                    purpose: number;
                    /** @default [] */
                    sections?: number[];
                    /** Format: uuid */
                    subjectId: string;
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        member: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-members-member": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                member: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    basis: "joint-work" | "urgent-protection" | "referral" | "court-order" | "statutory-duty" | "support-person" | "longer-needed" | "work-done" | "wrong-person" | "child-asked";
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-members-member-sections-section": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                member: number;
                section: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    basis: "joint-work" | "urgent-protection" | "referral" | "court-order" | "statutory-duty" | "support-person" | "longer-needed" | "work-done" | "wrong-person" | "child-asked";
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-notes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    corrects?: string | null;
                    /**
                     * @default note
                     * @enum {string}
                     */
                    kind?: "note" | "own-words" | "decision";
                    /** @default null */
                    section?: number | null;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    age?: number | null;
                    /** @default null */
                    livesWith?: boolean | null;
                    /** @default null */
                    relation?: string | null;
                    /** @default true */
                    relationClaimed?: boolean;
                    /** @enum {string} */
                    role: "child" | "sibling" | "caregiver" | "suspect" | "other" | "person-of-concern";
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    sex?: "not-known" | "girl" | "boy" | "another";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patch-cases-id-people-person": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    age?: number | null;
                    ended?: boolean;
                    livesWith?: boolean | null;
                    reason: string;
                    relation?: string | null;
                    relationClaimed?: boolean;
                    /** @enum {string} */
                    sex?: "not-known" | "girl" | "boy" | "another";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-places": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        places: {
                            homeOnCase: boolean;
                            /** Format: uuid */
                            id: string;
                            inHome: boolean;
                            reviewAt: string | null;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-places": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    address?: string;
                    /** @default null */
                    home?: {
                        /** Format: date-time */
                        reviewAt: string;
                        /** Format: uuid */
                        unitId: string;
                    } | null;
                    /** @default  */
                    name?: string;
                    /** @default  */
                    note?: string;
                    /** Format: date-time */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: string | null;
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-places-place-departure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                place: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-cases-id-places-place-departure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-places-place-review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                place: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    reviewAt: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        goals: {
                            /** @enum {string} */
                            domain: "safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice";
                            endedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            madeAt: string;
                            outcome: ("met" | "partly" | "abandoned") | null;
                            /** Format: date */
                            reviewOn: string;
                            section: number | null;
                            text: string | null;
                            version: number;
                        }[];
                        isOpen: boolean;
                        ref: string;
                        tasks: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            doneAt: string | null;
                            doneHow: ("done" | "done-late" | "tried-not-seen" | "no-longer-needed") | null;
                            /** Format: date-time */
                            dueAt: string;
                            fromHome: boolean;
                            goalId: string | null;
                            held: boolean;
                            /** Format: uuid */
                            id: string;
                            kind: ("visit-child" | "visit-family" | "call" | "meeting" | "hearing" | "accompany" | "medical" | "counselling" | "school" | "papers" | "money" | "find-family" | "report" | "other") | null;
                            lateReason: ("no-vehicle" | "no-sitting" | "hospital" | "no-staff" | "not-safe-then" | "child-not-ready" | "papers-missing" | "told-late" | "other") | null;
                            /** Format: date-time */
                            madeAt: string;
                            section: number | null;
                            text: string | null;
                            unit: {
                                [key: string]: string;
                            } | null;
                            unitId: string | null;
                            version: number;
                            worker: {
                                [key: string]: string;
                            } | null;
                            workerId: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-plan-history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            /** Format: date-time */
                            at: string;
                            became: unknown;
                            by: {
                                [key: string]: string;
                            } | null;
                            field: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            of: "goal" | "task";
                            reason: string | null;
                            /** Format: uuid */
                            rowId: string;
                            was: unknown;
                            wasText: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-recusal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-risk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    level: "immediate" | "high" | "medium" | "low" | "none";
                    reason: string;
                    /** @default [] */
                    triggers?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        respondBy: string | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cases-id-screenings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        screenings: {
                            advice: {
                                [key: string]: unknown;
                            };
                            agency: {
                                [key: string]: string;
                            } | null;
                            answers: {
                                [key: string]: {
                                    /** @enum {string} */
                                    source?: "child-said" | "worker-saw" | "document" | "third-person";
                                    /** @enum {string} */
                                    value: "yes" | "no" | "unknown" | "not-asked";
                                };
                            };
                            countersignatureNeeded: boolean;
                            countersigned: boolean;
                            countersignedAt: string | null;
                            countersignedBy: {
                                [key: string]: string;
                            } | null;
                            decidedAt: string | null;
                            decidedBy: {
                                [key: string]: string;
                            } | null;
                            decidedByMe: boolean;
                            decision: ("trafficking" | "not-trafficking" | "not-yet") | null;
                            /** Format: uuid */
                            id: string;
                            itemNotes: {
                                [key: string]: string;
                            };
                            /** Format: date-time */
                            madeAt: string;
                            madeBy: {
                                [key: string]: string;
                            } | null;
                            notes: string | null;
                            onReport: boolean;
                            reason: string | null;
                            reviewOn: string | null;
                            rules: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-screenings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: {
                            /** @enum {string} */
                            source?: "child-said" | "worker-saw" | "document" | "third-person";
                            /** @enum {string} */
                            value: "yes" | "no" | "unknown" | "not-asked";
                        };
                    };
                    itemNotes?: {
                        [key: string]: string;
                    };
                    notes?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        advice: {
                            [key: string]: unknown;
                        };
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-screenings-screening-countersignature": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                screening: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-screenings-screening-decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                screening: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "trafficking" | "not-trafficking" | "not-yet";
                    reason: string;
                    /** @default null */
                    reviewOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        countersignatureNeeded: boolean;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    domain?: ("safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice") | null;
                    /** Format: date-time */
                    dueAt: string;
                    /** @default null */
                    goalId?: string | null;
                    /** @enum {string} */
                    kind: "visit-child" | "visit-family" | "call" | "meeting" | "hearing" | "accompany" | "medical" | "counselling" | "school" | "papers" | "money" | "find-family" | "report" | "other";
                    text: string;
                    /** Format: uuid */
                    unitId: string;
                    /** @default null */
                    workerId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patch-cases-id-tasks-task": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    dueAt?: string;
                    reason: string;
                    /** Format: uuid */
                    unitId?: string;
                    workerId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-cases-id-tasks-task-outcome": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    doneAt?: string;
                    /** @enum {string} */
                    how: "done" | "tried-not-seen" | "no-longer-needed";
                    /** @default null */
                    lateReason?: ("no-vehicle" | "no-sitting" | "hospital" | "no-staff" | "not-safe-then" | "child-not-ready" | "papers-missing" | "told-late" | "other") | null;
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        how: string;
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-cases-id-tasks-task-outcome": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-tracks-track-closing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                track: "care" | "justice";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    outcome: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        approvalId: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-cases-id-tracks-track-closure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                track: "care" | "justice";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    approvalId: string;
                    outcome: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-cases-id-tracks-track-closure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                track: "care" | "justice";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        colleagues: {
                            /** Format: uuid */
                            id: string;
                            names: {
                                [key: string]: string;
                            };
                            roles: string[];
                            signsIn: boolean | null;
                            since: string;
                            /** Format: uuid */
                            unitId: string;
                        }[];
                        gone: {
                            /** Format: uuid */
                            id: string;
                            leftAt: string;
                            names: {
                                [key: string]: string;
                            };
                            roles: string[];
                            /** Format: uuid */
                            unitId: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "en" | "hi";
                    names: {
                        [key: string]: string;
                    };
                    roles: string[];
                    /** Format: uuid */
                    unitId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        signUp: {
                            expiresAt: string;
                            path: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-colleagues-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        casesByName: number;
                        /** Format: uuid */
                        id: string;
                        language: string;
                        leftAt: string | null;
                        names: {
                            [key: string]: string;
                        };
                        onlySupervisor: boolean;
                        openSessions: number;
                        roles: string[];
                        signsIn: boolean;
                        since: string;
                        /** Format: uuid */
                        unitId: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-colleagues-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-colleagues-id-posting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: string[];
                    /** Format: uuid */
                    unitId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-colleagues-id-posting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: string[];
                    /** Format: uuid */
                    unitId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-colleagues-id-sign-up-link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signUp: {
                            expiresAt: string;
                            path: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-demo-cast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cast: {
                            about: {
                                [key: string]: string;
                            } | null;
                            agency: {
                                [key: string]: string;
                            };
                            agencyKind: string;
                            code: string | null;
                            names: {
                                [key: string]: string;
                            };
                            roles: string[];
                            unit: {
                                [key: string]: string;
                            };
                            /** Format: uuid */
                            workerId: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-demo-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    workerId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "done";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-events": {
        parameters: {
            query?: {
                seconds?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-first-administrators-id-link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signUp: {
                            expiresAt: string;
                            path: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-first-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        owed: {
                            age: number | null;
                            /** @enum {string} */
                            ageBasis: "not-known" | "seems" | "said" | "papers" | "assessed";
                            district: string | null;
                            happenedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            isChild: "no" | "yes" | "not-sure";
                            isOpen: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            ref: string;
                            respondBy: string | null;
                            risk: ("immediate" | "high" | "medium" | "low" | "none") | null;
                            riskSetAt: string | null;
                            /** @enum {string} */
                            sex: "not-known" | "girl" | "boy" | "another";
                            situation: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        handOvers: {
                            age: number | null;
                            ageBasis: string;
                            /** Format: uuid */
                            caseId: string;
                            district: string | null;
                            /** Format: uuid */
                            id: string;
                            number: number;
                            ref: string;
                            sex: string;
                            situation: string;
                            /** Format: date-time */
                            until: string;
                            writer: {
                                [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            writtenAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-identities-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    caseId: string;
                    identity: {
                        address?: string;
                        birthDate?: string;
                        documentNumber?: string;
                        familyName?: string;
                        fatherName?: string;
                        givenName?: string;
                        languages?: string[];
                        marks?: string;
                        motherName?: string;
                        nationality?: string;
                        nickname?: string;
                        phone?: string;
                    };
                    /** @enum {string} */
                    section: "identity" | "suspects";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-identities-id": {
        parameters: {
            query: {
                approval: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-identities-id-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    caseId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        approvalId: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-identities-id-openings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "hearing" | "interview" | "medical-care" | "production-before-committee" | "search-for-family" | "placement" | "court-paper" | "review" | "other";
                    words?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        entryId: string;
                        identity: {
                            [key: string]: unknown;
                        };
                        /** Format: date-time */
                        openedAt: string;
                        version: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-identity-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "phone" | "document";
                    value: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        found: {
                            /** Format: uuid */
                            caseId: string;
                            /** Format: uuid */
                            personId: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imports: {
                            /** Format: date-time */
                            begunAt: string;
                            bytes: number;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: uuid */
                            id: string;
                            inAt: string | null;
                            /** @enum {string} */
                            layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                            revision: number;
                            rowsIn: number | null;
                            rowsPlanned: number;
                            rowsStaged: number;
                            /** @enum {string} */
                            state: "open" | "staging" | "staged" | "in";
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-imports": {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fresh: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "open" | "staging" | "staged" | "in";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        begunAt: string;
                        bytes: number;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: uuid */
                        id: string;
                        inAt: string | null;
                        /** @enum {string} */
                        layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        revision: number;
                        rowsIn: number | null;
                        rowsPlanned: number;
                        rowsStaged: number;
                        /** @enum {string} */
                        state: "open" | "staging" | "staged" | "in";
                        work: {
                            /** @enum {string} */
                            assumed: "day-first" | "month-first";
                            columns: {
                                ambiguousDates: number;
                                column: number;
                                confirmed: boolean;
                                dateOrder: ("day-first" | "month-first") | null;
                                examples: string[];
                                filled: number;
                                guess: {
                                    choice: string | null;
                                    field: string | null;
                                    matched: string | null;
                                    others: {
                                        field: string;
                                        score: number;
                                    }[];
                                    /** @enum {string} */
                                    reason: "machine-name" | "label" | "other-name" | "form-label" | "close-spelling" | "same-words" | "values" | "technical" | "row-number" | "empty" | "nothing-known";
                                    score: number;
                                };
                                header: string;
                                target: {
                                    choice: string | null;
                                    field: string;
                                    /** @enum {string} */
                                    to: "field";
                                } | {
                                    /** @enum {string} */
                                    to: "keep";
                                } | {
                                    /** @enum {string} */
                                    to: "leave-out";
                                };
                            }[];
                            fileIssues: {
                                /** @enum {string} */
                                code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                column: number | null;
                                header: string | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                /** @enum {string} */
                                severity: "wrong" | "doubtful" | "note";
                            }[];
                            fromEarlier: boolean;
                            hasForm: boolean;
                            mends: ({
                                column: number;
                                /** @enum {string} */
                                do: "replace";
                                line: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "leave-out";
                                line: number;
                            } | {
                                /** @enum {string} */
                                do: "accept";
                                line: number;
                            })[];
                            name: string;
                            sheet: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-imports-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports-id-dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notHeld: ("identity" | "location" | "contact" | "health" | "counselling" | "statements" | "suspects" | "intelligence" | "own-words")[];
                        refusal: {
                            code: string;
                            count: number;
                        } | null;
                        run: {
                            cases: {
                                [key: string]: number;
                            };
                            columns: {
                                column: number;
                                doubtful: number;
                                filled: number;
                                header: string;
                                target: {
                                    choice: string | null;
                                    field: string;
                                    /** @enum {string} */
                                    to: "field";
                                } | {
                                    /** @enum {string} */
                                    to: "keep";
                                } | {
                                    /** @enum {string} */
                                    to: "leave-out";
                                };
                                wrong: number;
                            }[];
                            counts: {
                                blank: number;
                                doubtful: number;
                                leftOut: number;
                                planned: number;
                                rows: number;
                                wrong: number;
                            };
                            events: {
                                [key: string]: number;
                            };
                            fileHash: string;
                            fileIssues: {
                                /** @enum {string} */
                                code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                column: number | null;
                                header: string | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                /** @enum {string} */
                                severity: "wrong" | "doubtful" | "note";
                            }[];
                            issueCounts: {
                                [key: string]: number;
                            };
                            issues: {
                                cell: string | null;
                                /** @enum {string} */
                                code: "age-impossible" | "age-unreadable" | "cell-error" | "cells-beyond" | "code-unknown" | "date-ambiguous" | "date-impossible" | "date-in-future" | "date-too-old" | "date-unreadable" | "digits-lost" | "email-unreadable" | "formula-text" | "number-unreadable" | "phone-unreadable" | "row-without-person" | "several-answers" | "text-too-long" | "yes-no-unclear" | "age-against-birthdate" | "age-near-eighteen" | "before-birth" | "closed-before-opened" | "closed-without-reason" | "code-guessed" | "date-about" | "date-from-number" | "date-in-words" | "date-short-year" | "field-twice" | "hidden-row" | "merged-cells" | "na-is-namibia" | "phone-not-international" | "phone-with-words" | "same-person" | "same-register-number" | "same-row";
                                column: number | null;
                                field: string | null;
                                given: string | null;
                                header: string | null;
                                line: number;
                                params: {
                                    [key: string]: string | number;
                                };
                                right: string[];
                                /** @enum {string} */
                                severity: "wrong" | "doubtful" | "note";
                            }[];
                            /** @enum {string} */
                            layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                            people: {
                                caregivers: number;
                                children: number;
                                childrenUntilSettled: number;
                                suspects: number;
                                victims: number;
                            };
                            sheet: string;
                        };
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-imports-id-form": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        begunAt: string;
                        bytes: number;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: uuid */
                        id: string;
                        inAt: string | null;
                        /** @enum {string} */
                        layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        revision: number;
                        rowsIn: number | null;
                        rowsPlanned: number;
                        rowsStaged: number;
                        /** @enum {string} */
                        state: "open" | "staging" | "staged" | "in";
                        work: {
                            /** @enum {string} */
                            assumed: "day-first" | "month-first";
                            columns: {
                                ambiguousDates: number;
                                column: number;
                                confirmed: boolean;
                                dateOrder: ("day-first" | "month-first") | null;
                                examples: string[];
                                filled: number;
                                guess: {
                                    choice: string | null;
                                    field: string | null;
                                    matched: string | null;
                                    others: {
                                        field: string;
                                        score: number;
                                    }[];
                                    /** @enum {string} */
                                    reason: "machine-name" | "label" | "other-name" | "form-label" | "close-spelling" | "same-words" | "values" | "technical" | "row-number" | "empty" | "nothing-known";
                                    score: number;
                                };
                                header: string;
                                target: {
                                    choice: string | null;
                                    field: string;
                                    /** @enum {string} */
                                    to: "field";
                                } | {
                                    /** @enum {string} */
                                    to: "keep";
                                } | {
                                    /** @enum {string} */
                                    to: "leave-out";
                                };
                            }[];
                            fileIssues: {
                                /** @enum {string} */
                                code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                column: number | null;
                                header: string | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                /** @enum {string} */
                                severity: "wrong" | "doubtful" | "note";
                            }[];
                            fromEarlier: boolean;
                            hasForm: boolean;
                            mends: ({
                                column: number;
                                /** @enum {string} */
                                do: "replace";
                                line: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "leave-out";
                                line: number;
                            } | {
                                /** @enum {string} */
                                do: "accept";
                                line: number;
                            })[];
                            name: string;
                            sheet: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports-id-lines-line": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                line: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: {
                            column: number;
                            text: string;
                        }[];
                        issues: {
                            cell: string | null;
                            /** @enum {string} */
                            code: "age-impossible" | "age-unreadable" | "cell-error" | "cells-beyond" | "code-unknown" | "date-ambiguous" | "date-impossible" | "date-in-future" | "date-too-old" | "date-unreadable" | "digits-lost" | "email-unreadable" | "formula-text" | "number-unreadable" | "phone-unreadable" | "row-without-person" | "several-answers" | "text-too-long" | "yes-no-unclear" | "age-against-birthdate" | "age-near-eighteen" | "before-birth" | "closed-before-opened" | "closed-without-reason" | "code-guessed" | "date-about" | "date-from-number" | "date-in-words" | "date-short-year" | "field-twice" | "hidden-row" | "merged-cells" | "na-is-namibia" | "phone-not-international" | "phone-with-words" | "same-person" | "same-register-number" | "same-row";
                            column: number | null;
                            field: string | null;
                            given: string | null;
                            header: string | null;
                            line: number;
                            params: {
                                [key: string]: string | number;
                            };
                            right: string[];
                            /** @enum {string} */
                            severity: "wrong" | "doubtful" | "note";
                        }[];
                        line: number;
                        /** @enum {string} */
                        outcome: "planned" | "wrong" | "left-out" | "blank" | "none";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-imports-id-mapping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    assumed: "day-first" | "month-first";
                    decisions: {
                        column: number;
                        dateOrder: ("day-first" | "month-first") | null;
                        target: {
                            choice: string | null;
                            field: string;
                            /** @enum {string} */
                            to: "field";
                        } | {
                            /** @enum {string} */
                            to: "keep";
                        } | {
                            /** @enum {string} */
                            to: "leave-out";
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        begunAt: string;
                        bytes: number;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: uuid */
                        id: string;
                        inAt: string | null;
                        /** @enum {string} */
                        layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        revision: number;
                        rowsIn: number | null;
                        rowsPlanned: number;
                        rowsStaged: number;
                        /** @enum {string} */
                        state: "open" | "staging" | "staged" | "in";
                        work: {
                            /** @enum {string} */
                            assumed: "day-first" | "month-first";
                            columns: {
                                ambiguousDates: number;
                                column: number;
                                confirmed: boolean;
                                dateOrder: ("day-first" | "month-first") | null;
                                examples: string[];
                                filled: number;
                                guess: {
                                    choice: string | null;
                                    field: string | null;
                                    matched: string | null;
                                    others: {
                                        field: string;
                                        score: number;
                                    }[];
                                    /** @enum {string} */
                                    reason: "machine-name" | "label" | "other-name" | "form-label" | "close-spelling" | "same-words" | "values" | "technical" | "row-number" | "empty" | "nothing-known";
                                    score: number;
                                };
                                header: string;
                                target: {
                                    choice: string | null;
                                    field: string;
                                    /** @enum {string} */
                                    to: "field";
                                } | {
                                    /** @enum {string} */
                                    to: "keep";
                                } | {
                                    /** @enum {string} */
                                    to: "leave-out";
                                };
                            }[];
                            fileIssues: {
                                /** @enum {string} */
                                code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                column: number | null;
                                header: string | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                /** @enum {string} */
                                severity: "wrong" | "doubtful" | "note";
                            }[];
                            fromEarlier: boolean;
                            hasForm: boolean;
                            mends: ({
                                column: number;
                                /** @enum {string} */
                                do: "replace";
                                line: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "leave-out";
                                line: number;
                            } | {
                                /** @enum {string} */
                                do: "accept";
                                line: number;
                            })[];
                            name: string;
                            sheet: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-imports-id-marginals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            column: string;
                            missing: number;
                            total: number;
                            valid: number;
                            values: {
                                count: number;
                                cumulative: number;
                                percent: number;
                                validPercent: number;
                                value: string;
                            }[];
                        }[];
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-imports-id-mends": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mends: ({
                        column: number;
                        /** @enum {string} */
                        do: "replace";
                        line: number;
                        text: string;
                    } | {
                        /** @enum {string} */
                        do: "leave-out";
                        line: number;
                    } | {
                        /** @enum {string} */
                        do: "accept";
                        line: number;
                    })[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        begunAt: string;
                        bytes: number;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: uuid */
                        id: string;
                        inAt: string | null;
                        /** @enum {string} */
                        layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        revision: number;
                        rowsIn: number | null;
                        rowsPlanned: number;
                        rowsStaged: number;
                        /** @enum {string} */
                        state: "open" | "staging" | "staged" | "in";
                        work: {
                            /** @enum {string} */
                            assumed: "day-first" | "month-first";
                            columns: {
                                ambiguousDates: number;
                                column: number;
                                confirmed: boolean;
                                dateOrder: ("day-first" | "month-first") | null;
                                examples: string[];
                                filled: number;
                                guess: {
                                    choice: string | null;
                                    field: string | null;
                                    matched: string | null;
                                    others: {
                                        field: string;
                                        score: number;
                                    }[];
                                    /** @enum {string} */
                                    reason: "machine-name" | "label" | "other-name" | "form-label" | "close-spelling" | "same-words" | "values" | "technical" | "row-number" | "empty" | "nothing-known";
                                    score: number;
                                };
                                header: string;
                                target: {
                                    choice: string | null;
                                    field: string;
                                    /** @enum {string} */
                                    to: "field";
                                } | {
                                    /** @enum {string} */
                                    to: "keep";
                                } | {
                                    /** @enum {string} */
                                    to: "leave-out";
                                };
                            }[];
                            fileIssues: {
                                /** @enum {string} */
                                code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                column: number | null;
                                header: string | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                /** @enum {string} */
                                severity: "wrong" | "doubtful" | "note";
                            }[];
                            fromEarlier: boolean;
                            hasForm: boolean;
                            mends: ({
                                column: number;
                                /** @enum {string} */
                                do: "replace";
                                line: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "leave-out";
                                line: number;
                            } | {
                                /** @enum {string} */
                                do: "accept";
                                line: number;
                            })[];
                            name: string;
                            sheet: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-imports-id-promotion": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-imports-id-staging": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    looked: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        begunAt: string;
                        bytes: number;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: uuid */
                        id: string;
                        inAt: string | null;
                        /** @enum {string} */
                        layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        revision: number;
                        rowsIn: number | null;
                        rowsPlanned: number;
                        rowsStaged: number;
                        /** @enum {string} */
                        state: "open" | "staging" | "staged" | "in";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-installation-administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyName: string;
                    jurisdiction: string;
                    kind: string;
                    /** @enum {string} */
                    language: "en" | "hi";
                    login: string;
                    name: string;
                    password: string;
                    token: string;
                    unitName: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "enrol";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-kept-agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencies: {
                            awaits: {
                                /** Format: uuid */
                                id: string;
                                names: {
                                    [key: string]: string;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            isFounding: boolean;
                            jurisdiction: string;
                            kind: string;
                            names: {
                                [key: string]: string;
                            };
                            units: number;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        demo: boolean;
                        place: {
                            country: string;
                            timeZone: string;
                        };
                        session: {
                            expiresAt: string;
                            hasSecondFactor: boolean;
                            level: number;
                            levelAgeSeconds: number | null;
                        };
                        worker: {
                            agency: {
                                /** Format: uuid */
                                id: string;
                                isOversight: boolean;
                                kind: string;
                                names: {
                                    [key: string]: string;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            language: string;
                            names: {
                                [key: string]: string;
                            };
                            roles: string[];
                            unit: {
                                /** Format: uuid */
                                id: string;
                                names: {
                                    [key: string]: string;
                                };
                            } | null;
                        };
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-my-sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            at: string;
                            factor: string | null;
                            label: string | null;
                            outcome: string;
                            verb: string;
                        }[];
                        hasCode: boolean;
                        login: string;
                        passkeys: {
                            createdAt: string;
                            id: string;
                            label: string;
                            lastUsedAt: string | null;
                        }[];
                        recoveryEndsAt: string | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-office-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    change: "unit-added";
                    districts: string[];
                    names: {
                        [key: string]: string;
                    };
                } | {
                    /** @enum {string} */
                    change: "unit-changed";
                    districts: string[];
                    names: {
                        [key: string]: string;
                    };
                    /** Format: uuid */
                    unitId: string;
                } | {
                    /** @enum {string} */
                    change: "unit-closed" | "unit-opened";
                    /** Format: uuid */
                    unitId: string;
                } | {
                    administrator: {
                        [key: string]: string;
                    };
                    /** @enum {string} */
                    change: "agency-added";
                    jurisdiction: string;
                    kind: string;
                    /** @enum {string} */
                    language: "en" | "hi";
                    names: {
                        [key: string]: string;
                    };
                    unitNames: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approvalId: string | null;
                        signUp: {
                            expiresAt: string;
                            path: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-office-changes-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approvalId: string | null;
                        signUp: {
                            expiresAt: string;
                            path: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-overseers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    basis: "new-post" | "follows-another" | "stands-in";
                    /** Format: uuid */
                    unitId: string;
                    /** Format: uuid */
                    workerId: string;
                } | {
                    /** @enum {string} */
                    basis: "new-post" | "follows-another" | "stands-in";
                    /** @enum {string} */
                    language: "en" | "hi";
                    names: {
                        [key: string]: string;
                    };
                    /** Format: uuid */
                    unitId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        approvalId: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-overseers-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        workerId: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-oversight-cases": {
        parameters: {
            query?: {
                after?: string;
                atMost?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: {
                            ageBand: string | null;
                            isOpen: boolean;
                            jurisdiction: string;
                            lastEventAt: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            openings: number;
                            origin: string;
                            /** Format: uuid */
                            oversightRef: string;
                            respondBy: string | null;
                            risk: number | null;
                            sex: number;
                            situation: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-oversight-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string | null;
                        checkpoint: string | null;
                        size: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-oversight-openings": {
        parameters: {
            query?: {
                after?: string;
                atMost?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        openings: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            agencyKind: string | null;
                            /** Format: date-time */
                            at: string;
                            /** Format: uuid */
                            entryId: string;
                            outcome: string;
                            /** Format: uuid */
                            oversightRef: string;
                            reason: string | null;
                            refusedBecause: string | null;
                            section: number | null;
                            seq: number | null;
                            worker: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-oversight-refusals": {
        parameters: {
            query?: {
                after?: string;
                atMost?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        refusals: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            agencyKind: string;
                            /** Format: date-time */
                            at: string;
                            code: string | null;
                            /** Format: uuid */
                            entryId: string;
                            outcome: string;
                            verb: string;
                            worker: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-oversight-unread": {
        parameters: {
            query?: {
                after?: string;
                atMost?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        unread: {
                            agency: {
                                [key: string]: string;
                            } | null;
                            agencyKind: string;
                            /** @enum {string} */
                            channel: "public-form" | "helpline" | "agency";
                            /** @enum {string} */
                            danger: "now" | "no" | "not-sure";
                            hours: number;
                            jurisdiction: string;
                            /** Format: uuid */
                            key: string;
                            /** @enum {string} */
                            kind: "unread" | "unclaimed" | "second-reading";
                            missed: number;
                            /** Format: date-time */
                            since: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            emergency: ({
                                danger: boolean;
                                names: {
                                    [key: string]: string;
                                };
                                number: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } & {
                            [key: string]: unknown;
                        };
                        districts: ({
                            code: string;
                            jurisdiction: string;
                            names: {
                                [key: string]: string;
                            };
                        } & {
                            [key: string]: unknown;
                        })[];
                        eventKinds: ({
                            code: string;
                            headline?: {
                                [key: string]: string;
                            };
                            names: {
                                [key: string]: string;
                            };
                            section: string | null;
                        } & {
                            [key: string]: unknown;
                        })[];
                        jurisdictions: ({
                            code: string;
                            names: {
                                [key: string]: string;
                            };
                        } & {
                            [key: string]: unknown;
                        })[];
                        kinds: ({
                            code: string;
                            names: {
                                [key: string]: string;
                            };
                            purpose: string;
                            sections: string[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        purposes: ({
                            code: string;
                            lasts: string;
                            names: {
                                [key: string]: string;
                            };
                            number: number;
                            sections: string[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        relations: ({
                            code: string;
                            names: {
                                [key: string]: string;
                            };
                        } & {
                            [key: string]: unknown;
                        })[];
                        riskLevels: ({
                            code: string;
                            firstResponse: ({
                                what: {
                                    [key: string]: string;
                                };
                            } & {
                                [key: string]: unknown;
                            }) | null;
                            names: {
                                [key: string]: string;
                            };
                        } & {
                            [key: string]: unknown;
                        })[];
                        roles: ({
                            actions: string[];
                            code: string;
                            names: {
                                [key: string]: string;
                            };
                        } & {
                            [key: string]: unknown;
                        })[];
                        situations: ({
                            code: string;
                            names: {
                                [key: string]: string;
                            };
                        } & {
                            [key: string]: unknown;
                        })[];
                        tracks: ({
                            code: string;
                            names: {
                                [key: string]: string;
                            };
                            outcomes: ({
                                code: string;
                                names: {
                                    [key: string]: string;
                                };
                                tellOversight: boolean;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: {
                        id: string;
                        response: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: uuid */
                    challengeId: string;
                    label: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept: boolean;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-passkeys-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-passkeys-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-passkeys-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        challengeId: string;
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    old: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-people": {
        parameters: {
            query?: {
                after?: string;
                atMost?: number;
                ids?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        people: {
                            age: number | null;
                            /** Format: uuid */
                            caseId: string;
                            caseIsOpen: boolean;
                            district: string | null;
                            /** Format: uuid */
                            id: string;
                            opens: boolean;
                            ref: string;
                            relation: string | null;
                            relationClaimed: boolean;
                            /** @enum {string} */
                            role: "child" | "sibling" | "caregiver" | "suspect" | "other" | "person-of-concern";
                            sealed: boolean;
                            /** @enum {string} */
                            sex: "not-known" | "girl" | "boy" | "another";
                            situation: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveries: {
                            agencyNames: {
                                [key: string]: string;
                            } | null;
                            askedAt: string;
                            byMe: boolean;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            lost: "factor" | "password";
                            otherAgency: boolean;
                            /** @enum {string} */
                            step: "vouch" | "ratify";
                            unitNames: {
                                [key: string]: string;
                            } | null;
                            until: string;
                            usedAt: string | null;
                            vouchedAt: string | null;
                            voucherNames: {
                                [key: string]: string;
                            } | null;
                            workerNames: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    /**
                     * @default factor
                     * @enum {string}
                     */
                    lost?: "factor" | "password";
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        asked: true;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-recoveries-id-decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    says: "ratified" | "declined";
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-recoveries-id-vouching": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "en" | "hi";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        ratifier: "agency" | "other-agency" | "nobody";
                        words: string[] | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-reports": {
        parameters: {
            query?: {
                after?: string;
                atMost?: number;
                channel?: "public-form" | "helpline-call" | "agency";
                danger?: "now" | "no" | "not-sure";
                district?: string;
                sort?: "danger" | "newest" | "oldest";
                which?: "open" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        reports: {
                            caseId: string | null;
                            /** @enum {string} */
                            channel: "public-form" | "helpline-call" | "agency";
                            claimed: boolean;
                            codes: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            danger: "now" | "no" | "not-sure";
                            district: string | null;
                            draft: boolean;
                            files: number;
                            /** Format: uuid */
                            id: string;
                            language: string;
                            mine: boolean;
                            read: boolean;
                            /** Format: date-time */
                            receivedAt: string;
                            reopened: boolean;
                            situation: string | null;
                            /** @enum {string} */
                            status: "new" | "claimed" | "case-opened" | "forwarded" | "merged" | "not-for-us" | "spam" | "answered";
                            version: number;
                        }[];
                        unfiled: {
                            drafts: number;
                            oldest: string | null;
                            secondReadsLate: number;
                            unread: number;
                            unreadOver4h: number;
                        };
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    aboutAgency?: string | null;
                    /** @default false */
                    aboutSelf?: boolean;
                    /** @default null */
                    age?: string | null;
                    /** @default null */
                    callBack?: ("safe" | "unsafe" | "ask-first") | null;
                    /**
                     * @default not-sure
                     * @enum {string}
                     */
                    danger?: "now" | "no" | "not-sure";
                    /** @default null */
                    district?: string | null;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "hi";
                    /** @default null */
                    receivedAt?: string | null;
                    /** @default false */
                    silent?: boolean;
                    /** @default null */
                    situation?: string | null;
                    /** @default {} */
                    words?: {
                        /** @default  */
                        callerPhone?: string;
                        /** @default  */
                        reachHow?: string;
                        /** @default  */
                        saw?: string;
                        /** @default  */
                        where?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-reports-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answerable: boolean;
                        attachments: {
                            /** Format: date-time */
                            addedAt: string;
                            blocked: boolean;
                            bytes: number;
                            /** Format: uuid */
                            fileId: string;
                            kind: string;
                            opened: boolean;
                        }[];
                        caseId: string | null;
                        caseRef: string | null;
                        /** @enum {string} */
                        channel: "public-form" | "helpline-call" | "agency";
                        claimed: boolean;
                        claimedBy: {
                            [key: string]: string;
                        } | null;
                        codes: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        danger: "now" | "no" | "not-sure";
                        district: string | null;
                        draft: boolean;
                        earlierCalls: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @enum {string} */
                            status: "new" | "claimed" | "case-opened" | "forwarded" | "merged" | "not-for-us" | "spam" | "answered";
                        }[];
                        files: number;
                        history: {
                            act: string;
                            /** Format: date-time */
                            at: string;
                            by: {
                                [key: string]: string;
                            } | null;
                            codes: {
                                [key: string]: unknown;
                            };
                        }[];
                        /** Format: uuid */
                        id: string;
                        language: string;
                        merged: string[];
                        mergedInto: string | null;
                        messages: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            from: "us" | "reporter";
                            /** Format: uuid */
                            id: string;
                            text: string | null;
                        }[];
                        mine: boolean;
                        read: boolean;
                        /** Format: date-time */
                        receivedAt: string;
                        reopened: boolean;
                        secondRead: {
                            act: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                        } | null;
                        situation: string | null;
                        /** @enum {string} */
                        status: "new" | "claimed" | "case-opened" | "forwarded" | "merged" | "not-for-us" | "spam" | "answered";
                        version: number;
                        words: {
                            /** @default  */
                            callerPhone: string;
                            /** @default  */
                            reachHow: string;
                            /** @default  */
                            saw: string;
                            /** @default  */
                            where: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-reports-id-attachments-file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-reports-id-attachments-file-block": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-reports-id-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    age?: number | null;
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    ageBasis?: "not-known" | "seems" | "said" | "papers" | "assessed";
                    /** @default null */
                    district?: string | null;
                    /** @default null */
                    happenedAt?: string | null;
                    /**
                     * @default not-sure
                     * @enum {string}
                     */
                    isChild?: "no" | "yes" | "not-sure";
                    note?: string;
                    /** @default null */
                    risk?: ("immediate" | "high" | "medium" | "low" | "none") | null;
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    sex?: "not-known" | "girl" | "boy" | "another";
                    situation: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        ref: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-reports-id-claim": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-reports-id-claim": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-reports-id-messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-reports-id-screenings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        screenings: {
                            advice: {
                                [key: string]: unknown;
                            };
                            agency: {
                                [key: string]: string;
                            } | null;
                            answers: {
                                [key: string]: {
                                    /** @enum {string} */
                                    source?: "child-said" | "worker-saw" | "document" | "third-person";
                                    /** @enum {string} */
                                    value: "yes" | "no" | "unknown" | "not-asked";
                                };
                            };
                            countersignatureNeeded: boolean;
                            countersigned: boolean;
                            countersignedAt: string | null;
                            countersignedBy: {
                                [key: string]: string;
                            } | null;
                            decidedAt: string | null;
                            decidedBy: {
                                [key: string]: string;
                            } | null;
                            decidedByMe: boolean;
                            decision: ("trafficking" | "not-trafficking" | "not-yet") | null;
                            /** Format: uuid */
                            id: string;
                            itemNotes: {
                                [key: string]: string;
                            };
                            /** Format: date-time */
                            madeAt: string;
                            madeBy: {
                                [key: string]: string;
                            } | null;
                            notes: string | null;
                            reason: string | null;
                            reviewOn: string | null;
                            rules: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-reports-id-screenings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: {
                            /** @enum {string} */
                            source?: "child-said" | "worker-saw" | "document" | "third-person";
                            /** @enum {string} */
                            value: "yes" | "no" | "unknown" | "not-asked";
                        };
                    };
                    itemNotes?: {
                        [key: string]: string;
                    };
                    notes?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        advice: {
                            [key: string]: unknown;
                        };
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-reports-id-screenings-screening-countersignature": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                screening: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-reports-id-screenings-screening-decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                screening: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "trafficking" | "not-trafficking" | "not-yet";
                    reason: string;
                    /** @default null */
                    reviewOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        countersignatureNeeded: boolean;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-reports-id-setting-aside": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    how: "merged";
                    /** Format: uuid */
                    into: string;
                    reason: string;
                } | {
                    /** @enum {string} */
                    how: "forwarded";
                    reason: string;
                    /** Format: uuid */
                    unitId: string;
                } | {
                    /** @enum {string} */
                    how: "not-for-us";
                    /** @enum {string} */
                    instead: "police" | "women-helpline" | "elder-helpline" | "labour-office" | "school" | "health" | "other-country" | "no-child-concerned";
                    reason: string;
                } | {
                    /** @enum {string} */
                    how: "spam";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        secondReadId: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-screening-advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: {
                            /** @enum {string} */
                            source?: "child-said" | "worker-saw" | "document" | "third-person";
                            /** @enum {string} */
                            value: "yes" | "no" | "unknown" | "not-asked";
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        advice: {
                            [key: string]: unknown;
                        };
                        next: unknown;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-second-reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reads: {
                            act: string;
                            /** Format: date-time */
                            actedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                            late: boolean;
                            /** Format: uuid */
                            reportId: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-second-reads-id-verdict": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @enum {string} */
                    verdict: "agree" | "reopen";
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "passkey" | "enrol" | "done";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    seed?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept?: boolean;
                        seed?: string;
                        uri?: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-forgotten-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "passkey" | "enrol";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: {
                        id: string;
                        response: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "done";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "enrol";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        level: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-step-up-passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: {
                        id: string;
                        response: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: uuid */
                    challengeId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        level: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-step-up-passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        challengeId: string;
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "passkey" | "enrol" | "done";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-session-totp-enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    seed?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept?: boolean;
                        seed?: string;
                        uri?: string;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: {
                            createdAt: string;
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            isThis: boolean;
                            label: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-sessions-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string | "others";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-sign-up-links-reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencyNames: {
                            [key: string]: string;
                        } | null;
                        expiresAt: string;
                        first: boolean;
                        jurisdictions: {
                            code: string;
                            names: {
                                [key: string]: string;
                            };
                        }[];
                        kinds: {
                            code: string;
                            names: {
                                [key: string]: string;
                            };
                        }[];
                        names: {
                            [key: string]: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "enrol";
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-tasks": {
        parameters: {
            query?: {
                atMost?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tasks: {
                            age: number | null;
                            ageBasis: string;
                            /** Format: uuid */
                            caseId: string;
                            district: string | null;
                            /** Format: date-time */
                            dueAt: string;
                            held: boolean;
                            /** Format: uuid */
                            id: string;
                            kind: ("visit-child" | "visit-family" | "call" | "meeting" | "hearing" | "accompany" | "medical" | "counselling" | "school" | "papers" | "money" | "find-family" | "report" | "other") | null;
                            /** Format: date-time */
                            madeAt: string;
                            ref: string;
                            section: number | null;
                            sex: string;
                            situation: string;
                            /** @enum {string} */
                            whose: "me" | "unit" | "colleague";
                            worker: {
                                [key: string]: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alone: boolean;
                        jurisdiction: string;
                        keepsAgencies: boolean;
                        units: {
                            closedAt: string | null;
                            colleagues: number;
                            districts: string[];
                            /** Format: uuid */
                            id: string;
                            names: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-log-checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-log-tile-*": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "*": string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
