// Written by ./homeward schema from the routes' own schemas. Do not edit.
export interface paths {
    readonly "/api/agencies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-agencies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/approvals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-approvals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/approvals/{id}/case": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-approvals-id-case"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/approvals/{id}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-approvals-id-decision"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/approvals/asked": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-approvals-asked"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calls": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-calls"];
        readonly put?: never;
        readonly post: operations["post-calls"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calls/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch-calls-id"];
        readonly trace?: never;
    };
    readonly "/api/calls/{id}/report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-calls-id-report"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/case-board": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-case-board"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases"];
        readonly put?: never;
        readonly post: operations["post-cases"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch-cases-id"];
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/access": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-access"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/approvals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-approvals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/assessments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-assessments"];
        readonly put?: never;
        readonly post: operations["post-cases-id-assessments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/consents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-consents"];
        readonly put?: never;
        readonly post: operations["post-cases-id-consents"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/consents/{consent}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-cases-id-consents-consent-withdrawal"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/contact-rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-contact-rules"];
        readonly put?: never;
        readonly post: operations["post-cases-id-contact-rules"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/contact-rules/{rule}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete-cases-id-contact-rules-rule"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-documents"];
        readonly put?: never;
        readonly post: operations["post-cases-id-documents"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/documents/{document}/block": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-documents-document-block"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/documents/{document}/copy": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-documents-document-copy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/documents/{document}/original": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-documents-document-original"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-events"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/goals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-goals"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/goals/{goal}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch-cases-id-goals-goal"];
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/goals/{goal}/outcome": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-cases-id-goals-goal-outcome"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/hand-overs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-hand-overs"];
        readonly put?: never;
        readonly post: operations["post-cases-id-hand-overs"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/hand-overs/{handover}/reading": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-cases-id-hand-overs-handover-reading"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/looks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-looks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-members"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/members/{member}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-cases-id-members-member"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/members/{member}/sections/{section}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-cases-id-members-member-sections-section"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/notes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-notes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-people"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/people/{person}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch-cases-id-people-person"];
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-places"];
        readonly put?: never;
        readonly post: operations["post-cases-id-places"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-plan"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/plan/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-plan-history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/recusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-recusal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/risk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-risk"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/screenings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-cases-id-screenings"];
        readonly put?: never;
        readonly post: operations["post-cases-id-screenings"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/screenings/{screening}/countersignature": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-cases-id-screenings-screening-countersignature"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/screenings/{screening}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-cases-id-screenings-screening-decision"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-tasks"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/tasks/{task}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch-cases-id-tasks-task"];
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/tasks/{task}/outcome": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-cases-id-tasks-task-outcome"];
        readonly post?: never;
        readonly delete: operations["delete-cases-id-tasks-task-outcome"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/tracks/{track}/closing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-tracks-track-closing"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/tracks/{track}/closure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-cases-id-tracks-track-closure"];
        readonly delete: operations["delete-cases-id-tracks-track-closure"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/colleagues": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-colleagues"];
        readonly put?: never;
        readonly post: operations["post-colleagues"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/colleagues/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete-colleagues-id"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/colleagues/{id}/posting": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-colleagues-id-posting"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/colleagues/{id}/sign-up-link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-colleagues-id-sign-up-link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demo/cast": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-demo-cast"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demo/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-demo-session"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/first-responses": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-first-responses"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/hand-overs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-hand-overs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/identities/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-identities-id"];
        readonly post?: never;
        readonly delete: operations["delete-identities-id"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/identities/{id}/erasure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-identities-id-erasure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/identities/{id}/openings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-identities-id-openings"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/identity-searches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-identity-searches"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-imports"];
        readonly put?: never;
        readonly post: operations["post-imports"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-imports-id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete-imports-id"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/dry-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-imports-id-dry-run"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/form": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-imports-id-form"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/lines/{line}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-imports-id-lines-line"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/mapping": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-imports-id-mapping"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/marginals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-imports-id-marginals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/mends": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-imports-id-mends"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/promotion": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-imports-id-promotion"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/staging": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-imports-id-staging"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/installation/administrator": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-installation-administrator"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-me"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my-sign-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-my-sign-in"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/overseers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-overseers"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/overseers/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-overseers-id"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/oversight/cases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-oversight-cases"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/oversight/log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-oversight-log"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/oversight/openings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-oversight-openings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/oversight/refusals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-oversight-refusals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/oversight/unread": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-oversight-unread"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/pack": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-pack"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/passkeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-passkeys"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/passkeys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-passkeys-id"];
        readonly post?: never;
        readonly delete: operations["delete-passkeys-id"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/passkeys/options": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-passkeys-options"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-password"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-people"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/recoveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-recoveries"];
        readonly put?: never;
        readonly post: operations["post-recoveries"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/recoveries/{id}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-recoveries-id-decision"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/recoveries/{id}/vouching": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-recoveries-id-vouching"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-reports"];
        readonly put?: never;
        readonly post: operations["post-reports"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/reports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-reports-id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/reports/{id}/attachments/{file}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-reports-id-attachments-file"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/reports/{id}/attachments/{file}/block": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-reports-id-attachments-file-block"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/reports/{id}/case": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-reports-id-case"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/reports/{id}/claim": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["put-reports-id-claim"];
        readonly post?: never;
        readonly delete: operations["delete-reports-id-claim"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/reports/{id}/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-reports-id-messages"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/reports/{id}/setting-aside": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-reports-id-setting-aside"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/screening-advice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-screening-advice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/second-reads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-second-reads"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/second-reads/{id}/verdict": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-second-reads-id-verdict"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session"];
        readonly delete: operations["delete-session"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/enrolment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session-enrolment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/passkey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session-passkey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/passkey/options": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session-passkey-options"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/recovery": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session-recovery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/step-up": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session-step-up"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/step-up/passkey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session-step-up-passkey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/step-up/passkey/options": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session-step-up-passkey-options"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/totp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session-totp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/totp-enrolment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-session-totp-enrolment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-sessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete-sessions-id"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sign-up-links/reading": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-sign-up-links-reading"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sign-ups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post-sign-ups"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-tasks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/log/checkpoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-log-checkpoint"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/log/tile/{*}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get-log-tile-*"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Problem: {
            readonly code: string;
            /** @description For changed-since: what the record holds now */
            readonly current?: unknown;
            readonly errors?: readonly {
                /** @description JSON pointer into the body, or a parameter's name */
                readonly at: string;
                readonly problem: string;
            }[];
            readonly legalBasis: string | null;
            /** @description What to do now */
            readonly next: string;
            readonly status: number;
            /** @description What happened, in the reader's language */
            readonly title: string;
            /** @description Where the code is explained: /problems/<code> */
            readonly type: string;
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
    readonly "get-agencies": {
        readonly parameters: {
            readonly query?: {
                readonly homes?: "yes" | "no";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly agencies: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            readonly jurisdiction: string;
                            readonly kind: string;
                            readonly names: {
                                readonly [key: string]: string;
                            };
                            readonly units: readonly {
                                readonly districts: readonly string[];
                                /** Format: uuid */
                                readonly id: string;
                                readonly names: {
                                    readonly [key: string]: string;
                                };
                            }[];
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-approvals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly approvals: readonly {
                            readonly action: string;
                            /** Format: date-time */
                            readonly askedAt: string;
                            readonly askedBy: {
                                readonly [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            readonly expiresAt: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly onCase: boolean;
                            readonly payload: {
                                readonly [key: string]: unknown;
                            };
                            readonly payloadHash: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-approvals-id-case": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly age: number | null;
                        readonly jurisdiction: {
                            readonly [key: string]: string;
                        };
                        readonly lastEventAt: string | null;
                        readonly openedAt: string;
                        readonly openTasks: number;
                        readonly reason: string | null;
                        readonly ref: string;
                        readonly screenings: number;
                        /** @enum {string} */
                        readonly sex: "not-known" | "girl" | "boy" | "another";
                        readonly situation: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-approvals-id-decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                    /** @enum {string} */
                    readonly decision: "approved" | "declined";
                    readonly payloadHash: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-approvals-asked": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly approvals: readonly {
                            readonly action: string;
                            /** Format: date-time */
                            readonly askedAt: string;
                            readonly decidedAt: string | null;
                            readonly decision: ("approved" | "declined") | null;
                            readonly decisionCode: string | null;
                            /** Format: date-time */
                            readonly expiresAt: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly payload: {
                                readonly [key: string]: unknown;
                            };
                            readonly usedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-calls": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly calls: readonly {
                            /** @enum {string} */
                            readonly danger: "now" | "no" | "not-sure";
                            /** Format: uuid */
                            readonly id: string;
                            /** Format: date-time */
                            readonly receivedAt: string;
                            readonly version: number;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-calls": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly aboutAgency?: string | null;
                    /** @default false */
                    readonly aboutSelf?: boolean;
                    /** @default null */
                    readonly age?: string | null;
                    /** @default null */
                    readonly callBack?: ("safe" | "unsafe" | "ask-first") | null;
                    /**
                     * @default not-sure
                     * @enum {string}
                     */
                    readonly danger?: "now" | "no" | "not-sure";
                    /** @default null */
                    readonly district?: string | null;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    readonly language?: "en" | "hi";
                    /** @default null */
                    readonly receivedAt?: string | null;
                    /** @default false */
                    readonly silent?: boolean;
                    /** @default null */
                    readonly situation?: string | null;
                    /** @default {} */
                    readonly words?: {
                        /** @default  */
                        readonly callerPhone?: string;
                        /** @default  */
                        readonly reachHow?: string;
                        /** @default  */
                        readonly saw?: string;
                        /** @default  */
                        readonly where?: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "patch-calls-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly aboutSelf?: boolean;
                    readonly age?: string | null;
                    readonly callBack?: ("safe" | "unsafe" | "ask-first") | null;
                    /** @enum {string} */
                    readonly danger?: "now" | "no" | "not-sure";
                    readonly district?: string | null;
                    readonly ended?: ("hung-up" | "cut-off") | null;
                    readonly silent?: boolean;
                    readonly situation?: string | null;
                    readonly words?: {
                        /** @default  */
                        readonly callerPhone?: string;
                        /** @default  */
                        readonly reachHow?: string;
                        /** @default  */
                        readonly saw?: string;
                        /** @default  */
                        readonly where?: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly earlierCalls: number;
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-calls-id-report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-case-board": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly board: {
                            readonly closed: {
                                readonly high: number;
                                readonly immediate: number;
                                readonly low: number;
                                readonly medium: number;
                                readonly none: number;
                                readonly unset: number;
                            };
                            readonly open: {
                                readonly high: number;
                                readonly immediate: number;
                                readonly low: number;
                                readonly medium: number;
                                readonly none: number;
                                readonly unset: number;
                            };
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly atMost?: number;
                readonly district?: string;
                readonly open?: "yes" | "no" | "any";
                readonly ref?: string;
                readonly risk?: "immediate" | "high" | "medium" | "low" | "none";
                readonly situation?: string;
                readonly sort?: "newest" | "oldest" | "risk";
                readonly whose?: "mine" | "agency";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cases: readonly {
                            readonly age: number | null;
                            /** @enum {string} */
                            readonly ageBasis: "not-known" | "seems" | "said" | "papers" | "assessed";
                            readonly district: string | null;
                            readonly happenedAt: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly isChild: "no" | "yes" | "not-sure";
                            readonly isOpen: boolean;
                            /** Format: date-time */
                            readonly openedAt: string;
                            readonly ref: string;
                            readonly respondBy: string | null;
                            readonly risk: ("immediate" | "high" | "medium" | "low" | "none") | null;
                            /** @enum {string} */
                            readonly sex: "not-known" | "girl" | "boy" | "another";
                            readonly situation: string;
                            readonly version: number;
                        }[];
                        readonly next: string | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly age?: number | null;
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    readonly ageBasis?: "not-known" | "seems" | "said" | "papers" | "assessed";
                    /** @default null */
                    readonly district?: string | null;
                    /** @default null */
                    readonly happenedAt?: string | null;
                    /**
                     * @default not-sure
                     * @enum {string}
                     */
                    readonly isChild?: "no" | "yes" | "not-sure";
                    readonly note?: string;
                    /** @default null */
                    readonly risk?: ("immediate" | "high" | "medium" | "low" | "none") | null;
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    readonly sex?: "not-known" | "girl" | "boy" | "another";
                    readonly situation: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly ref: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly age: number | null;
                        /** @enum {string} */
                        readonly ageBasis: "not-known" | "seems" | "said" | "papers" | "assessed";
                        readonly district: string | null;
                        readonly happenedAt: string | null;
                        /** Format: uuid */
                        readonly id: string;
                        /** @enum {string} */
                        readonly isChild: "no" | "yes" | "not-sure";
                        readonly isOpen: boolean;
                        readonly looks: number;
                        readonly manages: boolean;
                        readonly members: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly agencyId: string | null;
                            readonly basis: string;
                            readonly isHome: boolean;
                            readonly isOwner: boolean;
                            readonly kind: number;
                            readonly member: number;
                            readonly purpose: number;
                            readonly sections: readonly number[];
                            /** Format: date-time */
                            readonly since: string;
                            readonly unit: {
                                readonly [key: string]: string;
                            } | null;
                            readonly unitId: string | null;
                            readonly until: string | null;
                            readonly worker: {
                                readonly [key: string]: string;
                            } | null;
                            readonly workerId: string | null;
                        }[];
                        readonly notes: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly corrects: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            readonly kind: string;
                            readonly section: number | null;
                            readonly text: string | null;
                            /** Format: date-time */
                            readonly writtenAt: string;
                        }[];
                        /** Format: date-time */
                        readonly openedAt: string;
                        readonly origin: string;
                        readonly people: readonly {
                            /** Format: date-time */
                            readonly addedAt: string;
                            readonly age: number | null;
                            readonly erased: boolean;
                            /** Format: uuid */
                            readonly id: string;
                            readonly identityVersion: number | null;
                            readonly livesWith: boolean | null;
                            readonly relation: string | null;
                            readonly relationClaimed: boolean;
                            /** @enum {string} */
                            readonly role: "child" | "sibling" | "caregiver" | "suspect" | "other" | "person-of-concern";
                            readonly sealed: boolean;
                            /** @enum {string} */
                            readonly sex: "not-known" | "girl" | "boy" | "another";
                            readonly version: number;
                        }[];
                        readonly ref: string;
                        readonly reportId: string | null;
                        readonly respondBy: string | null;
                        readonly risk: ("immediate" | "high" | "medium" | "low" | "none") | null;
                        readonly riskSetAt: string | null;
                        readonly sections: readonly number[];
                        /** @enum {string} */
                        readonly sex: "not-known" | "girl" | "boy" | "another";
                        readonly situation: string;
                        readonly stages: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            readonly leftAt: string | null;
                            /** Format: date-time */
                            readonly reachedAt: string;
                            /** @enum {string} */
                            readonly stage: "reported" | "safe" | "heard" | "cared-for" | "justice" | "home" | "followed";
                        }[];
                        readonly timeline: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly approx: string | null;
                            readonly codes: {
                                readonly [key: string]: unknown;
                            };
                            readonly corrects: string | null;
                            readonly fromHome: boolean;
                            readonly fromPaper: boolean;
                            readonly happenedAt: string | null;
                            readonly held: boolean;
                            /** Format: uuid */
                            readonly id: string;
                            readonly kind: string | null;
                            /** Format: date-time */
                            readonly recordedAt: string;
                            readonly section: number | null;
                            readonly text: string | null;
                        }[];
                        readonly tracks: readonly {
                            readonly closedAt: string | null;
                            /** Format: date-time */
                            readonly openedAt: string;
                            readonly outcome: string | null;
                            /** @enum {string} */
                            readonly track: "care" | "justice";
                        }[];
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "patch-cases-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly age?: number | null;
                    /** @enum {string} */
                    readonly ageBasis?: "not-known" | "seems" | "said" | "papers" | "assessed";
                    readonly district?: string | null;
                    /** @enum {string} */
                    readonly isChild?: "no" | "yes" | "not-sure";
                    readonly reason: string;
                    /** @enum {string} */
                    readonly sex?: "not-known" | "girl" | "boy" | "another";
                    readonly situation?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-access": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly sections: readonly {
                            readonly basis: string;
                            readonly member: number;
                            readonly section: number;
                            /** Format: date-time */
                            readonly since: string;
                            readonly until: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-approvals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly approvals: readonly {
                            readonly action: string;
                            /** Format: date-time */
                            readonly askedAt: string;
                            readonly decidedAt: string | null;
                            readonly decision: ("approved" | "declined") | null;
                            readonly decisionCode: string | null;
                            /** Format: date-time */
                            readonly expiresAt: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly payload: {
                                readonly [key: string]: unknown;
                            };
                            readonly usedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-assessments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly assessments: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly bestInterests: string | null;
                            /** @enum {string} */
                            readonly childHeard: "alone" | "with-others" | "not-heard";
                            readonly childView: string | null;
                            readonly findings: readonly {
                                /** @enum {string} */
                                readonly domain: "safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice";
                                /** @enum {string} */
                                readonly level: "safe" | "concern" | "danger" | "not-known";
                                readonly text: string | null;
                            }[];
                            readonly follows: string | null;
                            readonly fromHome: boolean;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "first" | "full" | "best-interests" | "before-return" | "after-return" | "health" | "mind";
                            /** Format: date */
                            readonly madeOn: string;
                            /** Format: date-time */
                            readonly recordedAt: string;
                            readonly reviewOn: string | null;
                            readonly section: number | null;
                        }[];
                        readonly ref: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-assessments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bestInterests: string;
                    /** @enum {string} */
                    readonly childHeard: "alone" | "with-others" | "not-heard";
                    /** @default  */
                    readonly childView?: string;
                    readonly findings: readonly {
                        /** @enum {string} */
                        readonly domain: "safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice";
                        /** @enum {string} */
                        readonly level: "safe" | "concern" | "danger" | "not-known";
                        /** @default  */
                        readonly text?: string;
                    }[];
                    /** @default null */
                    readonly follows?: string | null;
                    /** @enum {string} */
                    readonly kind: "first" | "full" | "best-interests" | "before-return" | "after-return" | "health" | "mind";
                    /** Format: date */
                    readonly madeOn: string;
                    /** @default null */
                    readonly reviewOn?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-consents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly consents: readonly {
                            /** @enum {string} */
                            readonly answer: "yes" | "no" | "not-asked-danger";
                            readonly caregiverId: string | null;
                            readonly channel: string | null;
                            /** Format: date-time */
                            readonly endsAt: string;
                            /** Format: date-time */
                            readonly givenAt: string;
                            /** @enum {string} */
                            readonly giver: "child" | "caregiver" | "committee";
                            readonly how: readonly string[];
                            /** Format: uuid */
                            readonly id: string;
                            readonly interpreter: boolean;
                            readonly isAssent: boolean;
                            readonly language: string;
                            /** @enum {string} */
                            readonly mark: "signature" | "thumb" | "voice" | "spoken";
                            /** Format: uuid */
                            readonly personId: string;
                            readonly present: readonly string[];
                            readonly purpose: string;
                            readonly receiver: {
                                readonly [key: string]: string;
                            } | null;
                            readonly receiverAgency: string | null;
                            readonly receiverHidden: boolean;
                            /** @enum {string} */
                            readonly toPlease: "no" | "perhaps" | "yes";
                            readonly withdrawnAt: string | null;
                            readonly words: string | null;
                        }[];
                        readonly ref: string;
                        readonly stands: readonly {
                            readonly by: ("child" | "caregiver" | "committee") | null;
                            readonly channel: string | null;
                            readonly doubtful: boolean;
                            /** Format: uuid */
                            readonly personId: string;
                            readonly purpose: string;
                            readonly receiver: {
                                readonly [key: string]: string;
                            } | null;
                            readonly receiverAgency: string | null;
                            readonly receiverHidden: boolean;
                            /** @enum {string} */
                            readonly state: "yes" | "no" | "ended" | "withdrawn" | "never-asked";
                            readonly until: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-consents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly answer: "yes" | "no" | "not-asked-danger";
                    /** @default null */
                    readonly caregiverId?: string | null;
                    /** @default null */
                    readonly channel?: string | null;
                    /** Format: date-time */
                    readonly endsAt: string;
                    /** Format: date-time */
                    readonly givenAt: string;
                    /** @enum {string} */
                    readonly giver: "child" | "caregiver" | "committee";
                    readonly how: readonly ("words" | "pictures" | "read-aloud" | "sign-language" | "play")[];
                    readonly interpreter: boolean;
                    readonly language: string;
                    /** @enum {string} */
                    readonly mark: "signature" | "thumb" | "voice" | "spoken";
                    /** Format: uuid */
                    readonly personId: string;
                    readonly present: readonly ("alone" | "caregiver" | "relative" | "support-person" | "counsellor" | "police-in-uniform" | "police-without-uniform" | "committee" | "doctor" | "lawyer" | "interpreter" | "home-staff" | "employer-side" | "other-children" | "somebody-else")[];
                    readonly purpose: string;
                    /** @default null */
                    readonly receiverAgency?: string | null;
                    /** @enum {string} */
                    readonly toPlease: "no" | "perhaps" | "yes";
                    /** @default  */
                    readonly words?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-cases-id-consents-consent-withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly consent: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly words: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly withdrawnAt: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-contact-rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly held: boolean;
                        readonly rules: readonly {
                            readonly allowed: boolean;
                            readonly channel: string;
                            readonly endedAt: string | null;
                            readonly household: boolean;
                            /** Format: uuid */
                            readonly id: string;
                            readonly personId: string | null;
                            /** Format: date-time */
                            readonly setAt: string;
                            readonly text: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-contact-rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly allowed: boolean;
                    readonly channel: string;
                    readonly household: boolean;
                    /** @default null */
                    readonly personId?: string | null;
                    /** @default  */
                    readonly text?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-cases-id-contact-rules-rule": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly rule: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly documents: readonly {
                            /** Format: date-time */
                            readonly addedAt: string;
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly blocked: boolean;
                            readonly bytes: number;
                            readonly firstReadAt: string | null;
                            readonly fromHome: boolean;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "committee-order" | "first-information-report" | "court-paper" | "identity-paper" | "photograph" | "school-paper" | "medical-report" | "counselling-report" | "statement" | "social-report" | "letter" | "wage-paper" | "other";
                            readonly media: string;
                            readonly section: number | null;
                            readonly sha256: string;
                            readonly title: string | null;
                        }[];
                        readonly ref: string;
                        readonly sections: readonly number[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-documents-document-block": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-documents-document-copy": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file itself */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-documents-document-original": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file itself */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly approx?: ("day" | "month" | "season" | "year" | "about") | null;
                    /** @default null */
                    readonly corrects?: string | null;
                    /** @default false */
                    readonly fromPaper?: boolean;
                    readonly happenedAt: string | null;
                    readonly kind: string;
                    /** @default null */
                    readonly section?: number | null;
                    /** @enum {string} */
                    readonly stage?: "reported" | "safe" | "heard" | "cared-for" | "justice" | "home" | "followed";
                    readonly text?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-goals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly domain: "safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice";
                    /** Format: date */
                    readonly reviewOn: string;
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "patch-cases-id-goals-goal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly goal: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    /** Format: date */
                    readonly reviewOn?: string;
                    readonly text?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-cases-id-goals-goal-outcome": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly goal: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly outcome: "met" | "partly" | "abandoned";
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-hand-overs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly handOvers: readonly {
                            readonly hash: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly mine: boolean;
                            readonly number: number;
                            readonly readAt: string | null;
                            readonly reader: {
                                readonly [key: string]: string;
                            } | null;
                            readonly text: string | null;
                            readonly unit: {
                                readonly [key: string]: string;
                            } | null;
                            /** Format: uuid */
                            readonly unitId: string;
                            /** Format: date-time */
                            readonly until: string;
                            readonly writer: {
                                readonly [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            readonly writtenAt: string;
                        }[];
                        readonly ref: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-hand-overs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly text: string;
                    /** Format: uuid */
                    readonly unitId: string;
                    /** Format: date-time */
                    readonly until: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly hash: string;
                        /** Format: uuid */
                        readonly id: string;
                        readonly number: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-cases-id-hand-overs-handover-reading": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly handover: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly readAt: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly changes: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            readonly at: string;
                            readonly became: unknown;
                            readonly field: string;
                            readonly fromHome: boolean;
                            /** Format: uuid */
                            readonly id: string;
                            readonly mine: boolean;
                            /** @enum {string} */
                            readonly of: "cases" | "people" | "risks";
                            readonly reason: string | null;
                            /** Format: uuid */
                            readonly rowId: string;
                            readonly section: number | null;
                            readonly was: unknown;
                            readonly worker: {
                                readonly [key: string]: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-looks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly looks: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            readonly at: string;
                            readonly fromHome: boolean;
                            readonly mine: boolean;
                            readonly purpose: string | null;
                            readonly verb: string;
                            readonly worker: {
                                readonly [key: string]: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly basis: "joint-work" | "urgent-protection" | "referral" | "court-order" | "statutory-duty" | "support-person" | "longer-needed" | "work-done" | "wrong-person" | "child-asked";
                    /** @enum {string} */
                    readonly kind: "unit" | "worker";
                    readonly purpose: number;
                    /** @default [] */
                    readonly sections?: readonly number[];
                    /** Format: uuid */
                    readonly subjectId: string;
                    /** Format: date-time */
                    readonly until: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly member: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-cases-id-members-member": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly member: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly basis: "joint-work" | "urgent-protection" | "referral" | "court-order" | "statutory-duty" | "support-person" | "longer-needed" | "work-done" | "wrong-person" | "child-asked";
                    /** Format: date-time */
                    readonly until: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-cases-id-members-member-sections-section": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly member: number;
                readonly section: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly basis: "joint-work" | "urgent-protection" | "referral" | "court-order" | "statutory-duty" | "support-person" | "longer-needed" | "work-done" | "wrong-person" | "child-asked";
                    /** Format: date-time */
                    readonly until: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-notes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly corrects?: string | null;
                    /**
                     * @default note
                     * @enum {string}
                     */
                    readonly kind?: "note" | "own-words" | "decision";
                    /** @default null */
                    readonly section?: number | null;
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly age?: number | null;
                    /** @default null */
                    readonly livesWith?: boolean | null;
                    /** @default null */
                    readonly relation?: string | null;
                    /** @default true */
                    readonly relationClaimed?: boolean;
                    /** @enum {string} */
                    readonly role: "child" | "sibling" | "caregiver" | "suspect" | "other" | "person-of-concern";
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    readonly sex?: "not-known" | "girl" | "boy" | "another";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "patch-cases-id-people-person": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly person: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly age?: number | null;
                    readonly ended?: boolean;
                    readonly livesWith?: boolean | null;
                    readonly reason: string;
                    readonly relation?: string | null;
                    readonly relationClaimed?: boolean;
                    /** @enum {string} */
                    readonly sex?: "not-known" | "girl" | "boy" | "another";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly places: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            /** Format: date-time */
                            readonly since: string;
                            readonly until: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly address?: string;
                    readonly name: string;
                    /** @default  */
                    readonly note?: string;
                    /** Format: date-time */
                    readonly since: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly goals: readonly {
                            /** @enum {string} */
                            readonly domain: "safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice";
                            readonly endedAt: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** Format: date-time */
                            readonly madeAt: string;
                            readonly outcome: ("met" | "partly" | "abandoned") | null;
                            /** Format: date */
                            readonly reviewOn: string;
                            readonly section: number | null;
                            readonly text: string | null;
                            readonly version: number;
                        }[];
                        readonly isOpen: boolean;
                        readonly ref: string;
                        readonly tasks: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly doneAt: string | null;
                            readonly doneHow: ("done" | "done-late" | "tried-not-seen" | "no-longer-needed") | null;
                            /** Format: date-time */
                            readonly dueAt: string;
                            readonly fromHome: boolean;
                            readonly goalId: string | null;
                            readonly held: boolean;
                            /** Format: uuid */
                            readonly id: string;
                            readonly kind: ("visit-child" | "visit-family" | "call" | "meeting" | "hearing" | "accompany" | "medical" | "counselling" | "school" | "papers" | "money" | "find-family" | "report" | "other") | null;
                            readonly lateReason: ("no-vehicle" | "no-sitting" | "hospital" | "no-staff" | "not-safe-then" | "child-not-ready" | "papers-missing" | "told-late" | "other") | null;
                            /** Format: date-time */
                            readonly madeAt: string;
                            readonly section: number | null;
                            readonly text: string | null;
                            readonly unit: {
                                readonly [key: string]: string;
                            } | null;
                            readonly unitId: string | null;
                            readonly version: number;
                            readonly worker: {
                                readonly [key: string]: string;
                            } | null;
                            readonly workerId: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-plan-history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly changes: readonly {
                            /** Format: date-time */
                            readonly at: string;
                            readonly became: unknown;
                            readonly by: {
                                readonly [key: string]: string;
                            } | null;
                            readonly field: string;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly of: "goal" | "task";
                            readonly reason: string | null;
                            /** Format: uuid */
                            readonly rowId: string;
                            readonly was: unknown;
                            readonly wasText: string | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-recusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-risk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly level: "immediate" | "high" | "medium" | "low" | "none";
                    readonly reason: string;
                    /** @default [] */
                    readonly triggers?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly respondBy: string | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-cases-id-screenings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly screenings: readonly {
                            readonly advice: {
                                readonly [key: string]: unknown;
                            };
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly answers: {
                                readonly [key: string]: {
                                    /** @enum {string} */
                                    readonly source?: "child-said" | "worker-saw" | "document" | "third-person";
                                    /** @enum {string} */
                                    readonly value: "yes" | "no" | "unknown" | "not-asked";
                                };
                            };
                            readonly countersigned: boolean;
                            readonly decidedAt: string | null;
                            readonly decision: ("trafficking" | "not-trafficking" | "not-yet") | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** Format: date-time */
                            readonly madeAt: string;
                            readonly notes: string | null;
                            readonly reason: string | null;
                            readonly reviewOn: string | null;
                            readonly rules: {
                                readonly [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-screenings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answers: {
                        readonly [key: string]: {
                            /** @enum {string} */
                            readonly source?: "child-said" | "worker-saw" | "document" | "third-person";
                            /** @enum {string} */
                            readonly value: "yes" | "no" | "unknown" | "not-asked";
                        };
                    };
                    readonly notes?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly advice: {
                            readonly [key: string]: unknown;
                        };
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-cases-id-screenings-screening-countersignature": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly screening: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-cases-id-screenings-screening-decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly screening: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly decision: "trafficking" | "not-trafficking" | "not-yet";
                    readonly reason: string;
                    /** @default null */
                    readonly reviewOn?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly countersignatureNeeded: boolean;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly domain?: ("safety" | "home" | "family" | "health" | "mind" | "school" | "work" | "money" | "justice" | "papers" | "voice") | null;
                    /** Format: date-time */
                    readonly dueAt: string;
                    /** @default null */
                    readonly goalId?: string | null;
                    /** @enum {string} */
                    readonly kind: "visit-child" | "visit-family" | "call" | "meeting" | "hearing" | "accompany" | "medical" | "counselling" | "school" | "papers" | "money" | "find-family" | "report" | "other";
                    readonly text: string;
                    /** Format: uuid */
                    readonly unitId: string;
                    /** @default null */
                    readonly workerId?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "patch-cases-id-tasks-task": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly task: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date-time */
                    readonly dueAt?: string;
                    readonly reason: string;
                    /** Format: uuid */
                    readonly unitId?: string;
                    readonly workerId?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-cases-id-tasks-task-outcome": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly task: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date-time */
                    readonly doneAt?: string;
                    /** @enum {string} */
                    readonly how: "done" | "tried-not-seen" | "no-longer-needed";
                    /** @default null */
                    readonly lateReason?: ("no-vehicle" | "no-sitting" | "hospital" | "no-staff" | "not-safe-then" | "child-not-ready" | "papers-missing" | "told-late" | "other") | null;
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly how: string;
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-cases-id-tasks-task-outcome": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly task: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-tracks-track-closing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly track: "care" | "justice";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly outcome: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly approvalId: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-cases-id-tracks-track-closure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly track: "care" | "justice";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly approvalId: string;
                    readonly outcome: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-cases-id-tracks-track-closure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly track: "care" | "justice";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-colleagues": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly colleagues: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            readonly names: {
                                readonly [key: string]: string;
                            };
                            readonly roles: readonly string[];
                            readonly signsIn: boolean | null;
                            readonly since: string;
                            /** Format: uuid */
                            readonly unitId: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-colleagues": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly language: "en" | "hi";
                    readonly names: {
                        readonly [key: string]: string;
                    };
                    readonly roles: readonly string[];
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly signUp: {
                            readonly expiresAt: string;
                            readonly path: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-colleagues-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-colleagues-id-posting": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly roles: readonly string[];
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-colleagues-id-sign-up-link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly signUp: {
                            readonly expiresAt: string;
                            readonly path: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-demo-cast": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cast: readonly {
                            readonly about: {
                                readonly [key: string]: string;
                            } | null;
                            readonly agency: {
                                readonly [key: string]: string;
                            };
                            readonly agencyKind: string;
                            readonly code: string | null;
                            readonly names: {
                                readonly [key: string]: string;
                            };
                            readonly roles: readonly string[];
                            readonly unit: {
                                readonly [key: string]: string;
                            };
                            /** Format: uuid */
                            readonly workerId: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-demo-session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly workerId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly next: "done";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-events": {
        readonly parameters: {
            readonly query?: {
                readonly seconds?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file itself */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-first-responses": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly owed: readonly {
                            readonly age: number | null;
                            /** @enum {string} */
                            readonly ageBasis: "not-known" | "seems" | "said" | "papers" | "assessed";
                            readonly district: string | null;
                            readonly happenedAt: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly isChild: "no" | "yes" | "not-sure";
                            readonly isOpen: boolean;
                            /** Format: date-time */
                            readonly openedAt: string;
                            readonly ref: string;
                            readonly respondBy: string | null;
                            readonly risk: ("immediate" | "high" | "medium" | "low" | "none") | null;
                            readonly riskSetAt: string | null;
                            /** @enum {string} */
                            readonly sex: "not-known" | "girl" | "boy" | "another";
                            readonly situation: string;
                            readonly version: number;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-hand-overs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly handOvers: readonly {
                            readonly age: number | null;
                            readonly ageBasis: string;
                            /** Format: uuid */
                            readonly caseId: string;
                            readonly district: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            readonly number: number;
                            readonly ref: string;
                            readonly sex: string;
                            readonly situation: string;
                            /** Format: date-time */
                            readonly until: string;
                            readonly writer: {
                                readonly [key: string]: string;
                            } | null;
                            /** Format: date-time */
                            readonly writtenAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-identities-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly caseId: string;
                    readonly identity: {
                        readonly address?: string;
                        readonly birthDate?: string;
                        readonly documentNumber?: string;
                        readonly familyName?: string;
                        readonly fatherName?: string;
                        readonly givenName?: string;
                        readonly languages?: readonly string[];
                        readonly marks?: string;
                        readonly motherName?: string;
                        readonly nationality?: string;
                        readonly nickname?: string;
                        readonly phone?: string;
                    };
                    /** @enum {string} */
                    readonly section: "identity" | "suspects";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-identities-id": {
        readonly parameters: {
            readonly query: {
                readonly approval: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-identities-id-erasure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly approvalId: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-identities-id-openings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly reason: "hearing" | "interview" | "medical-care" | "production-before-committee" | "search-for-family" | "placement" | "court-paper" | "review" | "other";
                    readonly words?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly entryId: string;
                        readonly identity: {
                            readonly [key: string]: unknown;
                        };
                        /** Format: date-time */
                        readonly openedAt: string;
                        readonly version: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-identity-searches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly kind: "phone" | "document";
                    readonly value: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly found: readonly {
                            /** Format: uuid */
                            readonly caseId: string;
                            /** Format: uuid */
                            readonly personId: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly imports: readonly {
                            /** Format: date-time */
                            readonly begunAt: string;
                            readonly bytes: number;
                            /** Format: date-time */
                            readonly changedAt: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly inAt: string | null;
                            /** @enum {string} */
                            readonly layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                            readonly revision: number;
                            readonly rowsIn: number | null;
                            readonly rowsPlanned: number;
                            readonly rowsStaged: number;
                            /** @enum {string} */
                            readonly state: "open" | "staging" | "staged" | "in";
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-imports": {
        readonly parameters: {
            readonly query: {
                readonly name: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly fresh: boolean;
                        /** Format: uuid */
                        readonly id: string;
                        /** @enum {string} */
                        readonly state: "open" | "staging" | "staged" | "in";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-imports-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly begunAt: string;
                        readonly bytes: number;
                        /** Format: date-time */
                        readonly changedAt: string;
                        /** Format: uuid */
                        readonly id: string;
                        readonly inAt: string | null;
                        /** @enum {string} */
                        readonly layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        readonly revision: number;
                        readonly rowsIn: number | null;
                        readonly rowsPlanned: number;
                        readonly rowsStaged: number;
                        /** @enum {string} */
                        readonly state: "open" | "staging" | "staged" | "in";
                        readonly work: {
                            /** @enum {string} */
                            readonly assumed: "day-first" | "month-first";
                            readonly columns: readonly {
                                readonly ambiguousDates: number;
                                readonly column: number;
                                readonly confirmed: boolean;
                                readonly dateOrder: ("day-first" | "month-first") | null;
                                readonly examples: readonly string[];
                                readonly filled: number;
                                readonly guess: {
                                    readonly choice: string | null;
                                    readonly field: string | null;
                                    readonly matched: string | null;
                                    readonly others: readonly {
                                        readonly field: string;
                                        readonly score: number;
                                    }[];
                                    /** @enum {string} */
                                    readonly reason: "machine-name" | "label" | "other-name" | "form-label" | "close-spelling" | "same-words" | "values" | "technical" | "row-number" | "empty" | "nothing-known";
                                    readonly score: number;
                                };
                                readonly header: string;
                                readonly target: {
                                    readonly choice: string | null;
                                    readonly field: string;
                                    /** @enum {string} */
                                    readonly to: "field";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "keep";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "leave-out";
                                };
                            }[];
                            readonly fileIssues: readonly {
                                /** @enum {string} */
                                readonly code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                readonly column: number | null;
                                readonly header: string | null;
                                readonly params: {
                                    readonly [key: string]: string | number;
                                };
                                /** @enum {string} */
                                readonly severity: "wrong" | "doubtful" | "note";
                            }[];
                            readonly fromEarlier: boolean;
                            readonly hasForm: boolean;
                            readonly mends: readonly ({
                                readonly column: number;
                                /** @enum {string} */
                                readonly do: "replace";
                                readonly line: number;
                                readonly text: string;
                            } | {
                                /** @enum {string} */
                                readonly do: "leave-out";
                                readonly line: number;
                            } | {
                                /** @enum {string} */
                                readonly do: "accept";
                                readonly line: number;
                            })[];
                            readonly name: string;
                            readonly sheet: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-imports-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-imports-id-dry-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly notHeld: readonly ("identity" | "location" | "contact" | "health" | "counselling" | "statements" | "suspects" | "intelligence" | "own-words")[];
                        readonly refusal: {
                            readonly code: string;
                            readonly count: number;
                        } | null;
                        readonly run: {
                            readonly cases: {
                                readonly [key: string]: number;
                            };
                            readonly columns: readonly {
                                readonly column: number;
                                readonly doubtful: number;
                                readonly filled: number;
                                readonly header: string;
                                readonly target: {
                                    readonly choice: string | null;
                                    readonly field: string;
                                    /** @enum {string} */
                                    readonly to: "field";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "keep";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "leave-out";
                                };
                                readonly wrong: number;
                            }[];
                            readonly counts: {
                                readonly blank: number;
                                readonly doubtful: number;
                                readonly leftOut: number;
                                readonly planned: number;
                                readonly rows: number;
                                readonly wrong: number;
                            };
                            readonly events: {
                                readonly [key: string]: number;
                            };
                            readonly fileHash: string;
                            readonly fileIssues: readonly {
                                /** @enum {string} */
                                readonly code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                readonly column: number | null;
                                readonly header: string | null;
                                readonly params: {
                                    readonly [key: string]: string | number;
                                };
                                /** @enum {string} */
                                readonly severity: "wrong" | "doubtful" | "note";
                            }[];
                            readonly issueCounts: {
                                readonly [key: string]: number;
                            };
                            readonly issues: readonly {
                                readonly cell: string | null;
                                /** @enum {string} */
                                readonly code: "age-impossible" | "age-unreadable" | "cell-error" | "cells-beyond" | "code-unknown" | "date-ambiguous" | "date-impossible" | "date-in-future" | "date-too-old" | "date-unreadable" | "digits-lost" | "email-unreadable" | "formula-text" | "number-unreadable" | "phone-unreadable" | "row-without-person" | "several-answers" | "text-too-long" | "yes-no-unclear" | "age-against-birthdate" | "age-near-eighteen" | "before-birth" | "closed-before-opened" | "closed-without-reason" | "code-guessed" | "date-about" | "date-from-number" | "date-in-words" | "date-short-year" | "field-twice" | "hidden-row" | "merged-cells" | "na-is-namibia" | "phone-not-international" | "phone-with-words" | "same-person" | "same-register-number" | "same-row";
                                readonly column: number | null;
                                readonly field: string | null;
                                readonly given: string | null;
                                readonly header: string | null;
                                readonly line: number;
                                readonly params: {
                                    readonly [key: string]: string | number;
                                };
                                readonly right: readonly string[];
                                /** @enum {string} */
                                readonly severity: "wrong" | "doubtful" | "note";
                            }[];
                            /** @enum {string} */
                            readonly layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                            readonly people: {
                                readonly caregivers: number;
                                readonly children: number;
                                readonly childrenUntilSettled: number;
                                readonly suspects: number;
                                readonly victims: number;
                            };
                            readonly sheet: string;
                        };
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-imports-id-form": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly begunAt: string;
                        readonly bytes: number;
                        /** Format: date-time */
                        readonly changedAt: string;
                        /** Format: uuid */
                        readonly id: string;
                        readonly inAt: string | null;
                        /** @enum {string} */
                        readonly layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        readonly revision: number;
                        readonly rowsIn: number | null;
                        readonly rowsPlanned: number;
                        readonly rowsStaged: number;
                        /** @enum {string} */
                        readonly state: "open" | "staging" | "staged" | "in";
                        readonly work: {
                            /** @enum {string} */
                            readonly assumed: "day-first" | "month-first";
                            readonly columns: readonly {
                                readonly ambiguousDates: number;
                                readonly column: number;
                                readonly confirmed: boolean;
                                readonly dateOrder: ("day-first" | "month-first") | null;
                                readonly examples: readonly string[];
                                readonly filled: number;
                                readonly guess: {
                                    readonly choice: string | null;
                                    readonly field: string | null;
                                    readonly matched: string | null;
                                    readonly others: readonly {
                                        readonly field: string;
                                        readonly score: number;
                                    }[];
                                    /** @enum {string} */
                                    readonly reason: "machine-name" | "label" | "other-name" | "form-label" | "close-spelling" | "same-words" | "values" | "technical" | "row-number" | "empty" | "nothing-known";
                                    readonly score: number;
                                };
                                readonly header: string;
                                readonly target: {
                                    readonly choice: string | null;
                                    readonly field: string;
                                    /** @enum {string} */
                                    readonly to: "field";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "keep";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "leave-out";
                                };
                            }[];
                            readonly fileIssues: readonly {
                                /** @enum {string} */
                                readonly code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                readonly column: number | null;
                                readonly header: string | null;
                                readonly params: {
                                    readonly [key: string]: string | number;
                                };
                                /** @enum {string} */
                                readonly severity: "wrong" | "doubtful" | "note";
                            }[];
                            readonly fromEarlier: boolean;
                            readonly hasForm: boolean;
                            readonly mends: readonly ({
                                readonly column: number;
                                /** @enum {string} */
                                readonly do: "replace";
                                readonly line: number;
                                readonly text: string;
                            } | {
                                /** @enum {string} */
                                readonly do: "leave-out";
                                readonly line: number;
                            } | {
                                /** @enum {string} */
                                readonly do: "accept";
                                readonly line: number;
                            })[];
                            readonly name: string;
                            readonly sheet: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-imports-id-lines-line": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly line: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cells: readonly {
                            readonly column: number;
                            readonly text: string;
                        }[];
                        readonly issues: readonly {
                            readonly cell: string | null;
                            /** @enum {string} */
                            readonly code: "age-impossible" | "age-unreadable" | "cell-error" | "cells-beyond" | "code-unknown" | "date-ambiguous" | "date-impossible" | "date-in-future" | "date-too-old" | "date-unreadable" | "digits-lost" | "email-unreadable" | "formula-text" | "number-unreadable" | "phone-unreadable" | "row-without-person" | "several-answers" | "text-too-long" | "yes-no-unclear" | "age-against-birthdate" | "age-near-eighteen" | "before-birth" | "closed-before-opened" | "closed-without-reason" | "code-guessed" | "date-about" | "date-from-number" | "date-in-words" | "date-short-year" | "field-twice" | "hidden-row" | "merged-cells" | "na-is-namibia" | "phone-not-international" | "phone-with-words" | "same-person" | "same-register-number" | "same-row";
                            readonly column: number | null;
                            readonly field: string | null;
                            readonly given: string | null;
                            readonly header: string | null;
                            readonly line: number;
                            readonly params: {
                                readonly [key: string]: string | number;
                            };
                            readonly right: readonly string[];
                            /** @enum {string} */
                            readonly severity: "wrong" | "doubtful" | "note";
                        }[];
                        readonly line: number;
                        /** @enum {string} */
                        readonly outcome: "planned" | "wrong" | "left-out" | "blank" | "none";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-imports-id-mapping": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly assumed: "day-first" | "month-first";
                    readonly decisions: readonly {
                        readonly column: number;
                        readonly dateOrder: ("day-first" | "month-first") | null;
                        readonly target: {
                            readonly choice: string | null;
                            readonly field: string;
                            /** @enum {string} */
                            readonly to: "field";
                        } | {
                            /** @enum {string} */
                            readonly to: "keep";
                        } | {
                            /** @enum {string} */
                            readonly to: "leave-out";
                        };
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly begunAt: string;
                        readonly bytes: number;
                        /** Format: date-time */
                        readonly changedAt: string;
                        /** Format: uuid */
                        readonly id: string;
                        readonly inAt: string | null;
                        /** @enum {string} */
                        readonly layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        readonly revision: number;
                        readonly rowsIn: number | null;
                        readonly rowsPlanned: number;
                        readonly rowsStaged: number;
                        /** @enum {string} */
                        readonly state: "open" | "staging" | "staged" | "in";
                        readonly work: {
                            /** @enum {string} */
                            readonly assumed: "day-first" | "month-first";
                            readonly columns: readonly {
                                readonly ambiguousDates: number;
                                readonly column: number;
                                readonly confirmed: boolean;
                                readonly dateOrder: ("day-first" | "month-first") | null;
                                readonly examples: readonly string[];
                                readonly filled: number;
                                readonly guess: {
                                    readonly choice: string | null;
                                    readonly field: string | null;
                                    readonly matched: string | null;
                                    readonly others: readonly {
                                        readonly field: string;
                                        readonly score: number;
                                    }[];
                                    /** @enum {string} */
                                    readonly reason: "machine-name" | "label" | "other-name" | "form-label" | "close-spelling" | "same-words" | "values" | "technical" | "row-number" | "empty" | "nothing-known";
                                    readonly score: number;
                                };
                                readonly header: string;
                                readonly target: {
                                    readonly choice: string | null;
                                    readonly field: string;
                                    /** @enum {string} */
                                    readonly to: "field";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "keep";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "leave-out";
                                };
                            }[];
                            readonly fileIssues: readonly {
                                /** @enum {string} */
                                readonly code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                readonly column: number | null;
                                readonly header: string | null;
                                readonly params: {
                                    readonly [key: string]: string | number;
                                };
                                /** @enum {string} */
                                readonly severity: "wrong" | "doubtful" | "note";
                            }[];
                            readonly fromEarlier: boolean;
                            readonly hasForm: boolean;
                            readonly mends: readonly ({
                                readonly column: number;
                                /** @enum {string} */
                                readonly do: "replace";
                                readonly line: number;
                                readonly text: string;
                            } | {
                                /** @enum {string} */
                                readonly do: "leave-out";
                                readonly line: number;
                            } | {
                                /** @enum {string} */
                                readonly do: "accept";
                                readonly line: number;
                            })[];
                            readonly name: string;
                            readonly sheet: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-imports-id-marginals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly columns: readonly {
                            readonly column: string;
                            readonly missing: number;
                            readonly total: number;
                            readonly valid: number;
                            readonly values: readonly {
                                readonly count: number;
                                readonly cumulative: number;
                                readonly percent: number;
                                readonly validPercent: number;
                                readonly value: string;
                            }[];
                        }[];
                        readonly total: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-imports-id-mends": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly mends: readonly ({
                        readonly column: number;
                        /** @enum {string} */
                        readonly do: "replace";
                        readonly line: number;
                        readonly text: string;
                    } | {
                        /** @enum {string} */
                        readonly do: "leave-out";
                        readonly line: number;
                    } | {
                        /** @enum {string} */
                        readonly do: "accept";
                        readonly line: number;
                    })[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly begunAt: string;
                        readonly bytes: number;
                        /** Format: date-time */
                        readonly changedAt: string;
                        /** Format: uuid */
                        readonly id: string;
                        readonly inAt: string | null;
                        /** @enum {string} */
                        readonly layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        readonly revision: number;
                        readonly rowsIn: number | null;
                        readonly rowsPlanned: number;
                        readonly rowsStaged: number;
                        /** @enum {string} */
                        readonly state: "open" | "staging" | "staged" | "in";
                        readonly work: {
                            /** @enum {string} */
                            readonly assumed: "day-first" | "month-first";
                            readonly columns: readonly {
                                readonly ambiguousDates: number;
                                readonly column: number;
                                readonly confirmed: boolean;
                                readonly dateOrder: ("day-first" | "month-first") | null;
                                readonly examples: readonly string[];
                                readonly filled: number;
                                readonly guess: {
                                    readonly choice: string | null;
                                    readonly field: string | null;
                                    readonly matched: string | null;
                                    readonly others: readonly {
                                        readonly field: string;
                                        readonly score: number;
                                    }[];
                                    /** @enum {string} */
                                    readonly reason: "machine-name" | "label" | "other-name" | "form-label" | "close-spelling" | "same-words" | "values" | "technical" | "row-number" | "empty" | "nothing-known";
                                    readonly score: number;
                                };
                                readonly header: string;
                                readonly target: {
                                    readonly choice: string | null;
                                    readonly field: string;
                                    /** @enum {string} */
                                    readonly to: "field";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "keep";
                                } | {
                                    /** @enum {string} */
                                    readonly to: "leave-out";
                                };
                            }[];
                            readonly fileIssues: readonly {
                                /** @enum {string} */
                                readonly code: "column-kept" | "column-left-out" | "column-not-published" | "column-unsure" | "date-order-assumed" | "date-order-mixed" | "header-guessed" | "header-missing" | "header-slip" | "header-twice" | "names-disagree" | "sheet-not-read";
                                readonly column: number | null;
                                readonly header: string | null;
                                readonly params: {
                                    readonly [key: string]: string | number;
                                };
                                /** @enum {string} */
                                readonly severity: "wrong" | "doubtful" | "note";
                            }[];
                            readonly fromEarlier: boolean;
                            readonly hasForm: boolean;
                            readonly mends: readonly ({
                                readonly column: number;
                                /** @enum {string} */
                                readonly do: "replace";
                                readonly line: number;
                                readonly text: string;
                            } | {
                                /** @enum {string} */
                                readonly do: "leave-out";
                                readonly line: number;
                            } | {
                                /** @enum {string} */
                                readonly do: "accept";
                                readonly line: number;
                            })[];
                            readonly name: string;
                            readonly sheet: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-imports-id-promotion": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cases: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-imports-id-staging": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly looked: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly begunAt: string;
                        readonly bytes: number;
                        /** Format: date-time */
                        readonly changedAt: string;
                        /** Format: uuid */
                        readonly id: string;
                        readonly inAt: string | null;
                        /** @enum {string} */
                        readonly layout: "htcds-excel" | "htcds-xform" | "ctdc-victim-perpetrator" | "any";
                        readonly revision: number;
                        readonly rowsIn: number | null;
                        readonly rowsPlanned: number;
                        readonly rowsStaged: number;
                        /** @enum {string} */
                        readonly state: "open" | "staging" | "staged" | "in";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-installation-administrator": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly agencyName: string;
                    readonly jurisdiction: string;
                    readonly kind: string;
                    /** @enum {string} */
                    readonly language: "en" | "hi";
                    readonly login: string;
                    readonly name: string;
                    readonly password: string;
                    readonly token: string;
                    readonly unitName: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly next: "enrol";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly demo: boolean;
                        readonly place: {
                            readonly country: string;
                            readonly timeZone: string;
                        };
                        readonly session: {
                            readonly expiresAt: string;
                            readonly hasSecondFactor: boolean;
                            readonly level: number;
                            readonly levelAgeSeconds: number | null;
                        };
                        readonly worker: {
                            readonly agency: {
                                /** Format: uuid */
                                readonly id: string;
                                readonly isOversight: boolean;
                                readonly kind: string;
                                readonly names: {
                                    readonly [key: string]: string;
                                };
                            } | null;
                            /** Format: uuid */
                            readonly id: string;
                            readonly language: string;
                            readonly names: {
                                readonly [key: string]: string;
                            };
                            readonly roles: readonly string[];
                            readonly unit: {
                                /** Format: uuid */
                                readonly id: string;
                                readonly names: {
                                    readonly [key: string]: string;
                                };
                            } | null;
                        };
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-my-sign-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly events: readonly {
                            readonly at: string;
                            readonly factor: string | null;
                            readonly label: string | null;
                            readonly outcome: string;
                            readonly verb: string;
                        }[];
                        readonly hasCode: boolean;
                        readonly login: string;
                        readonly passkeys: readonly {
                            readonly createdAt: string;
                            readonly id: string;
                            readonly label: string;
                            readonly lastUsedAt: string | null;
                        }[];
                        readonly recoveryEndsAt: string | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-overseers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly basis: "new-post" | "follows-another" | "stands-in";
                    /** Format: uuid */
                    readonly unitId: string;
                    /** Format: uuid */
                    readonly workerId: string;
                } | {
                    /** @enum {string} */
                    readonly basis: "new-post" | "follows-another" | "stands-in";
                    /** @enum {string} */
                    readonly language: "en" | "hi";
                    readonly names: {
                        readonly [key: string]: string;
                    };
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly approvalId: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-overseers-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly workerId: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-oversight-cases": {
        readonly parameters: {
            readonly query?: {
                readonly atMost?: number;
                readonly before?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cases: readonly {
                            readonly ageBand: string | null;
                            readonly isOpen: boolean;
                            readonly jurisdiction: string;
                            readonly lastEventAt: string | null;
                            /** Format: date-time */
                            readonly openedAt: string;
                            readonly openings: number;
                            readonly origin: string;
                            /** Format: uuid */
                            readonly oversightRef: string;
                            readonly respondBy: string | null;
                            readonly risk: number | null;
                            readonly sex: number;
                            readonly situation: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-oversight-log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly at: string | null;
                        readonly checkpoint: string | null;
                        readonly size: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-oversight-openings": {
        readonly parameters: {
            readonly query?: {
                readonly atMost?: number;
                readonly before?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly openings: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly agencyKind: string | null;
                            /** Format: date-time */
                            readonly at: string;
                            /** Format: uuid */
                            readonly entryId: string;
                            readonly outcome: string;
                            /** Format: uuid */
                            readonly oversightRef: string;
                            readonly reason: string | null;
                            readonly refusedBecause: string | null;
                            readonly section: number | null;
                            readonly seq: number | null;
                            readonly worker: {
                                readonly [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-oversight-refusals": {
        readonly parameters: {
            readonly query?: {
                readonly atMost?: number;
                readonly before?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly refusals: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly agencyKind: string;
                            /** Format: date-time */
                            readonly at: string;
                            readonly code: string | null;
                            /** Format: uuid */
                            readonly entryId: string;
                            readonly outcome: string;
                            readonly verb: string;
                            readonly worker: {
                                readonly [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-oversight-unread": {
        readonly parameters: {
            readonly query?: {
                readonly atMost?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly unread: readonly {
                            readonly agency: {
                                readonly [key: string]: string;
                            } | null;
                            readonly agencyKind: string;
                            /** @enum {string} */
                            readonly channel: "public-form" | "helpline" | "agency";
                            /** @enum {string} */
                            readonly danger: "now" | "no" | "not-sure";
                            readonly hours: number;
                            readonly jurisdiction: string;
                            /** @enum {string} */
                            readonly kind: "unread" | "unclaimed" | "second-reading";
                            readonly missed: number;
                            /** Format: date-time */
                            readonly since: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-pack": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-passkeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answer: {
                        readonly id: string;
                        readonly response: {
                            readonly [key: string]: unknown;
                        };
                    } & {
                        readonly [key: string]: unknown;
                    };
                    /** Format: uuid */
                    readonly challengeId: string;
                    readonly label: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly kept: boolean;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-passkeys-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly label: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-passkeys-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-passkeys-options": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly challengeId: string;
                        readonly options: {
                            readonly [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly old: string;
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-people": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly atMost?: number;
                readonly ids?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly next: string | null;
                        readonly people: readonly {
                            readonly age: number | null;
                            /** Format: uuid */
                            readonly caseId: string;
                            readonly caseIsOpen: boolean;
                            readonly district: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            readonly opens: boolean;
                            readonly ref: string;
                            readonly relation: string | null;
                            readonly relationClaimed: boolean;
                            /** @enum {string} */
                            readonly role: "child" | "sibling" | "caregiver" | "suspect" | "other" | "person-of-concern";
                            readonly sealed: boolean;
                            /** @enum {string} */
                            readonly sex: "not-known" | "girl" | "boy" | "another";
                            readonly situation: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-recoveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly recoveries: readonly {
                            readonly agencyNames: {
                                readonly [key: string]: string;
                            } | null;
                            readonly askedAt: string;
                            readonly byMe: boolean;
                            /** Format: uuid */
                            readonly id: string;
                            readonly otherAgency: boolean;
                            /** @enum {string} */
                            readonly step: "vouch" | "ratify";
                            readonly unitNames: {
                                readonly [key: string]: string;
                            } | null;
                            readonly until: string;
                            readonly usedAt: string | null;
                            readonly vouchedAt: string | null;
                            readonly voucherNames: {
                                readonly [key: string]: string;
                            } | null;
                            readonly workerNames: {
                                readonly [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-recoveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly login: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly asked: true;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-recoveries-id-decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly says: "ratified" | "declined";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-recoveries-id-vouching": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly language: "en" | "hi";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly ratifier: "agency" | "other-agency" | "nobody";
                        readonly words: readonly string[] | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-reports": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly atMost?: number;
                readonly channel?: "public-form" | "helpline-call" | "agency";
                readonly danger?: "now" | "no" | "not-sure";
                readonly district?: string;
                readonly sort?: "danger" | "newest" | "oldest";
                readonly which?: "open" | "all";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly next: string | null;
                        readonly reports: readonly {
                            readonly caseId: string | null;
                            /** @enum {string} */
                            readonly channel: "public-form" | "helpline-call" | "agency";
                            readonly claimed: boolean;
                            readonly codes: {
                                readonly [key: string]: unknown;
                            };
                            /** @enum {string} */
                            readonly danger: "now" | "no" | "not-sure";
                            readonly district: string | null;
                            readonly draft: boolean;
                            readonly files: number;
                            /** Format: uuid */
                            readonly id: string;
                            readonly language: string;
                            readonly mine: boolean;
                            readonly read: boolean;
                            /** Format: date-time */
                            readonly receivedAt: string;
                            readonly reopened: boolean;
                            readonly situation: string | null;
                            /** @enum {string} */
                            readonly status: "new" | "claimed" | "case-opened" | "forwarded" | "merged" | "not-for-us" | "spam" | "answered";
                            readonly version: number;
                        }[];
                        readonly unfiled: {
                            readonly drafts: number;
                            readonly oldest: string | null;
                            readonly secondReadsLate: number;
                            readonly unread: number;
                            readonly unreadOver4h: number;
                        };
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly aboutAgency?: string | null;
                    /** @default false */
                    readonly aboutSelf?: boolean;
                    /** @default null */
                    readonly age?: string | null;
                    /** @default null */
                    readonly callBack?: ("safe" | "unsafe" | "ask-first") | null;
                    /**
                     * @default not-sure
                     * @enum {string}
                     */
                    readonly danger?: "now" | "no" | "not-sure";
                    /** @default null */
                    readonly district?: string | null;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    readonly language?: "en" | "hi";
                    /** @default null */
                    readonly receivedAt?: string | null;
                    /** @default false */
                    readonly silent?: boolean;
                    /** @default null */
                    readonly situation?: string | null;
                    /** @default {} */
                    readonly words?: {
                        /** @default  */
                        readonly callerPhone?: string;
                        /** @default  */
                        readonly reachHow?: string;
                        /** @default  */
                        readonly saw?: string;
                        /** @default  */
                        readonly where?: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-reports-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly answerable: boolean;
                        readonly attachments: readonly {
                            /** Format: date-time */
                            readonly addedAt: string;
                            readonly blocked: boolean;
                            readonly bytes: number;
                            /** Format: uuid */
                            readonly fileId: string;
                            readonly kind: string;
                            readonly opened: boolean;
                        }[];
                        readonly caseId: string | null;
                        readonly caseRef: string | null;
                        /** @enum {string} */
                        readonly channel: "public-form" | "helpline-call" | "agency";
                        readonly claimed: boolean;
                        readonly claimedBy: {
                            readonly [key: string]: string;
                        } | null;
                        readonly codes: {
                            readonly [key: string]: unknown;
                        };
                        /** @enum {string} */
                        readonly danger: "now" | "no" | "not-sure";
                        readonly district: string | null;
                        readonly draft: boolean;
                        readonly earlierCalls: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            /** Format: date-time */
                            readonly receivedAt: string;
                            /** @enum {string} */
                            readonly status: "new" | "claimed" | "case-opened" | "forwarded" | "merged" | "not-for-us" | "spam" | "answered";
                        }[];
                        readonly files: number;
                        readonly history: readonly {
                            readonly act: string;
                            /** Format: date-time */
                            readonly at: string;
                            readonly by: {
                                readonly [key: string]: string;
                            } | null;
                            readonly codes: {
                                readonly [key: string]: unknown;
                            };
                        }[];
                        /** Format: uuid */
                        readonly id: string;
                        readonly language: string;
                        readonly merged: readonly string[];
                        readonly mergedInto: string | null;
                        readonly messages: readonly {
                            /** Format: date-time */
                            readonly at: string;
                            /** @enum {string} */
                            readonly from: "us" | "reporter";
                            /** Format: uuid */
                            readonly id: string;
                            readonly text: string | null;
                        }[];
                        readonly mine: boolean;
                        readonly read: boolean;
                        /** Format: date-time */
                        readonly receivedAt: string;
                        readonly reopened: boolean;
                        readonly secondRead: {
                            readonly act: string;
                            /** Format: date-time */
                            readonly dueAt: string;
                            /** Format: uuid */
                            readonly id: string;
                        } | null;
                        readonly situation: string | null;
                        /** @enum {string} */
                        readonly status: "new" | "claimed" | "case-opened" | "forwarded" | "merged" | "not-for-us" | "spam" | "answered";
                        readonly version: number;
                        readonly words: {
                            /** @default  */
                            readonly callerPhone: string;
                            /** @default  */
                            readonly reachHow: string;
                            /** @default  */
                            readonly saw: string;
                            /** @default  */
                            readonly where: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-reports-id-attachments-file": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly file: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file itself */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-reports-id-attachments-file-block": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly file: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-reports-id-case": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly age?: number | null;
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    readonly ageBasis?: "not-known" | "seems" | "said" | "papers" | "assessed";
                    /** @default null */
                    readonly district?: string | null;
                    /** @default null */
                    readonly happenedAt?: string | null;
                    /**
                     * @default not-sure
                     * @enum {string}
                     */
                    readonly isChild?: "no" | "yes" | "not-sure";
                    readonly note?: string;
                    /** @default null */
                    readonly risk?: ("immediate" | "high" | "medium" | "low" | "none") | null;
                    /**
                     * @default not-known
                     * @enum {string}
                     */
                    readonly sex?: "not-known" | "girl" | "boy" | "another";
                    readonly situation: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        readonly ref: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "put-reports-id-claim": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-reports-id-claim": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-reports-id-messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-reports-id-setting-aside": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly how: "merged";
                    /** Format: uuid */
                    readonly into: string;
                    readonly reason: string;
                } | {
                    /** @enum {string} */
                    readonly how: "forwarded";
                    readonly reason: string;
                    /** Format: uuid */
                    readonly unitId: string;
                } | {
                    /** @enum {string} */
                    readonly how: "not-for-us";
                    /** @enum {string} */
                    readonly instead: "police" | "women-helpline" | "elder-helpline" | "labour-office" | "school" | "health" | "other-country" | "no-child-concerned";
                    readonly reason: string;
                } | {
                    /** @enum {string} */
                    readonly how: "spam";
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly secondReadId: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-screening-advice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answers: {
                        readonly [key: string]: {
                            /** @enum {string} */
                            readonly source?: "child-said" | "worker-saw" | "document" | "third-person";
                            /** @enum {string} */
                            readonly value: "yes" | "no" | "unknown" | "not-asked";
                        };
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly advice: {
                            readonly [key: string]: unknown;
                        };
                        readonly next: unknown;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-second-reads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly reads: readonly {
                            readonly act: string;
                            /** Format: date-time */
                            readonly actedAt: string;
                            /** Format: date-time */
                            readonly dueAt: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly late: boolean;
                            /** Format: uuid */
                            readonly reportId: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-second-reads-id-verdict": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    /** @enum {string} */
                    readonly verdict: "agree" | "reopen";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly login: string;
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly next: "totp" | "passkey" | "enrol" | "done";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session-enrolment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code?: string;
                    readonly seed?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly kept?: boolean;
                        readonly seed?: string;
                        readonly uri?: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session-passkey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answer: {
                        readonly id: string;
                        readonly response: {
                            readonly [key: string]: unknown;
                        };
                    } & {
                        readonly [key: string]: unknown;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly next: "done";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session-passkey-options": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly options: {
                            readonly [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session-recovery": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly words: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly next: "enrol";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session-step-up": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly level: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session-step-up-passkey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answer: {
                        readonly id: string;
                        readonly response: {
                            readonly [key: string]: unknown;
                        };
                    } & {
                        readonly [key: string]: unknown;
                    };
                    /** Format: uuid */
                    readonly challengeId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly level: number;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session-step-up-passkey-options": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly challengeId: string;
                        readonly options: {
                            readonly [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session-totp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly next: "totp" | "passkey" | "enrol" | "done";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-session-totp-enrolment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code?: string;
                    readonly seed?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly kept?: boolean;
                        readonly seed?: string;
                        readonly uri?: string;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly sessions: readonly {
                            readonly createdAt: string;
                            readonly expiresAt: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly isThis: boolean;
                            readonly label: string;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-sessions-id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string | "others";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-sign-up-links-reading": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly token: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly agencyNames: {
                            readonly [key: string]: string;
                        } | null;
                        readonly expiresAt: string;
                        readonly first: boolean;
                        readonly jurisdictions: readonly {
                            readonly code: string;
                            readonly names: {
                                readonly [key: string]: string;
                            };
                        }[];
                        readonly kinds: readonly {
                            readonly code: string;
                            readonly names: {
                                readonly [key: string]: string;
                            };
                        }[];
                        readonly names: {
                            readonly [key: string]: string;
                        } | null;
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "post-sign-ups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly login: string;
                    readonly password: string;
                    readonly token: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly next: "enrol";
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-tasks": {
        readonly parameters: {
            readonly query?: {
                readonly atMost?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly tasks: readonly {
                            readonly age: number | null;
                            readonly ageBasis: string;
                            /** Format: uuid */
                            readonly caseId: string;
                            readonly district: string | null;
                            /** Format: date-time */
                            readonly dueAt: string;
                            readonly held: boolean;
                            /** Format: uuid */
                            readonly id: string;
                            readonly kind: ("visit-child" | "visit-family" | "call" | "meeting" | "hearing" | "accompany" | "medical" | "counselling" | "school" | "papers" | "money" | "find-family" | "report" | "other") | null;
                            /** Format: date-time */
                            readonly madeAt: string;
                            readonly ref: string;
                            readonly section: number | null;
                            readonly sex: string;
                            readonly situation: string;
                            /** @enum {string} */
                            readonly whose: "me" | "unit" | "colleague";
                            readonly worker: {
                                readonly [key: string]: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-log-checkpoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file itself */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-log-tile-*": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "*": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file itself */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
