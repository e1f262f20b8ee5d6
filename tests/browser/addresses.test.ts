import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { allRoutes, filled, tableIn, type Route } from '../support/addresses.ts';
import { councilAtWork, standings, type Standing, type Things } from '../support/council-at-work.ts';
import { serve, type Served } from '../support/served.ts';

/*
 * DOMAIN section 1, address by address. The columns are people of the example council, the things are those of Housing
 * repairs: `manager` manages it, `other` manages another service; `council` assesses the whole council, `service` only
 * repairs; `given` is a colleague to whom criterion 1.1 of the draft is handed and who owns the action; `nobody` is not
 * signed in. `in` is sent to sign in. After @ stand the standings of the assessment a line is about; without, all of them.
 */
const cast: Record<string, string | null> = {
	nobody: null,
	admin: 'administrator',
	lead: 'programme.lead',
	manager: 'repairs.manager',
	other: 'planning.manager',
	council: 'assessor',
	service: 'assessor.two',
	chair: 'board.chair',
	member: 'board.member',
	viewer: 'councillor',
	given: 'performance.officer',
	leader: 'team.leader',
	advisor: 'advisor',
	shopper: 'shopper'
};

const reading = tableIn(`
                                                                                   nobody admin lead manager other council service chair member viewer given leader advisor shopper
/admin                                                                             in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/audit                                                                       in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/audit/[line=number]                                                         in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/audit/check                                                                 in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/audit/export                                                                in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/imports                                                                     in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/imports/[import]                                                            in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/imports/[import]/problems.csv                                               in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/imports/templates/[kind].[format]                                           in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people.[format]                                                             in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people                                                                      in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]                                                             in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/access                                                      in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/details                                                     in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/held.json                                                   in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/link                                                        in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/roles/[role]/removal                                        in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/roles/new                                                   in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/new                                                                  in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/settings                                                                    in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/settings/evidence                                                           in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/settings/identity                                                           in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/settings/logo                                                               in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure                                                                   in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/[unit=unit]/[id]/closure                                          in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/[unit=unit]/[id]/name                                             in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/[unit=unit]/[id]/place                                            in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/directorates/[directorate]                                        in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/directorates/new                                                  in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/services/[service]                                                in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/services/new                                                      in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]                                                      in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/[member]                                       in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/[member]/leaving                               in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/[member]/person                                in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/[member]/team                                  in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/new                                            in     200   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/new                                                         in     200   404  404     404   404     404     404   404    404    404   404    404     404
/accessibility                                                                     200    200   200  200     200   200     200     200   200    200    200   200    200     200
/help                                                                              200    200   200  200     200   200     200     200   200    200    200   200    200     200
/invitations/[token]                                                               200    200   200  200     200   200     200     200   200    200    200   200    200     200
/privacy                                                                           200    200   200  200     200   200     200     200   200    200    200   200    200     200
/set-up                                                                            404    404   404  404     404   404     404     404   404    404    404   404    404     404
/sign-in                                                                           200    303   303  303     303   303     303     303   303    303    303   303    303     303
/                                                                                  in     200   200  200     200   200     200     200   200    200    200   200    200     200
/account                                                                           in     200   200  200     200   200     200     200   200    200    200   200    200     200
/actions                                                                           in     200   200  200     200   200     200     200   200    200    200   200    200     200
/actions/[action]                                                                  in     404   200  200     404   200     200     200   200    404    200   404    404     404
/actions/[action]/details                                                          in     404   403  200     404   403     403     403   403    404    403   404    404     404
/actions/[action]/measure                                                          in     404   403  200     404   403     403     403   403    404    403   404    404     404
/actions/[action]/evidence                                                         in     404   403  200     404   403     403     403   403    404    200   404    404     404
/actions/[action]/outcome                                                          in     404   403  200     404   403     403     403   403    404    403   404    404     404
/actions/[action]/status                                                           in     404   403  200     404   403     403     403   403    404    200   404    404     404
/actions/board                                                                     in     200   200  200     200   200     200     200   200    200    200   200    200     200
/actions/export                                                                    in     200   200  200     200   200     200     200   200    200    200   200    200     200
/actions/new                                                                       in     404   404  200     200   404     404     404   404    404    404   404    404     404
/actions/plan                                                                      in     200   200  200     200   200     200     200   200    200    200   200    200     200
/actions/plan/export                                                               in     200   200  200     200   200     200     200   200    200    200   200    200     200
/assessments                                                                       in     200   200  200     200   200     200     200   200    200    200   200    200     200
/assessments/[assessment]@draft,submitted                                          in     404   200  200     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]@moderated,agreed                                         in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/actions/new@draft,submitted                              in     404   403  200     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/actions/new@moderated,agreed                             in     404   403  200     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/agreement@draft,submitted                                in     404   403  200     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/agreement@moderated,agreed                               in     404   403  200     404   403     403     200   403    404    404   404    404     404
/assessments/[assessment]/all@draft,submitted                                      in     404   200  200     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/all@moderated,agreed                                     in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/changes@draft,submitted                                  in     404   403  403     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/changes@moderated,agreed                                 in     404   403  403     404   200     200     403   403    404    404   404    404     404
/assessments/[assessment]/check@draft,submitted                                    in     404   200  200     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/check@moderated,agreed                                   in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/comparison@draft,submitted                               in     404   200  403     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/comparison@moderated,agreed                              in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]@draft                               in     404   200  200     404   200     200     404   404    404    200   404    404     404
/assessments/[assessment]/criteria/[criterion]@submitted                           in     404   200  200     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]@moderated,agreed                    in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/comments@draft                      in     404   200  200     404   200     200     404   404    404    200   404    404     404
/assessments/[assessment]/criteria/[criterion]/comments@submitted                  in     404   200  200     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/comments@moderated,agreed           in     404   200  200     404   200     200     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence@draft                      in     404   403  200     404   403     403     404   404    404    200   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence@submitted                  in     404   403  200     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence@moderated,agreed           in     404   403  200     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence/new@draft                  in     404   403  200     404   403     403     404   404    404    200   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence/new@submitted              in     404   403  403     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence/new@moderated,agreed       in     404   403  403     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/handover@draft                      in     404   404  200     404   404     404     404   404    404    200   404    404     404
/assessments/[assessment]/criteria/[criterion]/handover@submitted,moderated,agreed in     404   404  404     404   404     404     404   404    404    404   404    404     404
/assessments/[assessment]/moderation@draft,submitted                               in     404   200  403     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/moderation@moderated,agreed                              in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/moderation/[criterion]@draft,submitted                   in     404   200  403     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/moderation/[criterion]@moderated,agreed                  in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/moderation/rest@draft,submitted                          in     404   403  403     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/moderation/rest@moderated,agreed                         in     404   403  403     404   200     200     403   403    404    404   404    404     404
/assessments/[assessment]/override@draft,submitted                                 in     404   403  403     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/override@moderated,agreed                                in     404   403  403     404   403     403     200   403    404    404   404    404     404
/assessments/[assessment]/reopening@draft,submitted                                in     404   200  403     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/reopening@moderated,agreed                               in     404   200  403     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/result@draft,submitted                                   in     404   200  200     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/result@moderated,agreed                                  in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/snapshots@draft,submitted                                in     404   200  200     404   200     200     404   404    404    404   404    404     404
/assessments/[assessment]/snapshots@moderated,agreed                               in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/snapshots/[number]@draft,submitted,moderated             in     404   404  404     404   404     404     404   404    404    404   404    404     404
/assessments/[assessment]/snapshots/[number]@agreed                                in     404   200  200     404   200     200     200   200    404    404   404    404     404
/assessments/[assessment]/spreadsheet@draft,submitted                              in     404   403  200     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/spreadsheet@moderated,agreed                             in     404   403  200     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/spreadsheet/[import]@draft,submitted                     in     404   403  200     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/spreadsheet/[import]@moderated,agreed                    in     404   403  200     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/spreadsheet/[import]/problems.csv@draft,submitted        in     404   403  200     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/spreadsheet/[import]/problems.csv@moderated,agreed       in     404   403  200     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/spreadsheet/answers.[format]@draft,submitted             in     404   403  200     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/spreadsheet/answers.[format]@moderated,agreed            in     404   403  200     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/submission@draft,submitted                               in     404   403  200     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/submission@moderated,agreed                              in     404   403  200     404   403     403     403   403    404    404   404    404     404
/assessments/export                                                                in     200   200  200     200   200     200     200   200    200    200   200    200     200
/board                                                                             in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/decisions                                                                   in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/decisions/[decision]                                                        in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/decisions/[decision]/return                                                 in     404   200  404     404   404     404     200   403    404    404   404    404     404
/board/decisions/export                                                            in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/meetings                                                                    in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/meetings/[meeting]                                                          in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/meetings/[meeting]/cancellation                                             in     404   200  404     404   404     404     200   403    404    404   404    404     404
/board/meetings/[meeting]/details                                                  in     404   200  404     404   404     404     200   403    404    404   404    404     404
/board/meetings/[meeting]/items                                                    in     404   200  404     404   404     404     200   403    404    404   404    404     404
/board/meetings/[meeting]/items/[item]                                             in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/meetings/[meeting]/items/[item]/decision                                    in     404   403  404     404   404     404     200   403    404    404   404    404     404
/board/meetings/[meeting]/members                                                  in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/meetings/[meeting]/minutes                                                  in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/meetings/[meeting]/minutes/pdf                                              in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/meetings/[meeting]/pack                                                     in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/meetings/export                                                             in     404   200  404     404   404     404     200   200    404    404   404    404     404
/board/meetings/new                                                                in     404   200  404     404   404     404     200   404    404    404   404    404     404
/board/quorum                                                                      in     404   200  404     404   404     404     200   404    404    404   404    404     404
/calibrations                                                                      in     200    200    200    200    200    200    200    200    200    200    200    200    200
/calibrations/export                                                               in     200    200    200    200    200    200    200    200    200    200    200    200    200
/calibrations/new                                                                  in     404    200    404    404    200    200    404    404    404    404    404    404    404
/calibrations/statistics                                                           in     200    200    200    200    200    200    200    200    200    200    200    200    200
/calibrations/[calibration]                                                        in     404    200    404    404    200    200    404    404    404    404    200    404    404
/calibrations/[calibration]/assessors                                              in     404    403    404    404    200    403    404    404    404    404    403    404    404
/calibrations/[calibration]/closure                                                in     404    403    404    404    200    403    404    404    404    404    403    404    404
/calibrations/[calibration]/interactions                                           in     404    403    404    404    200    403    404    404    404    404    403    404    404
/calibrations/[calibration]/interactions/[position]                                in     404    403    404    404    403    200    404    404    404    404    200    404    404
/calibrations/[calibration]/questions/[question]                                   in     404    200    404    404    200    200    404    404    404    404    200    404    404
/calibrations/[calibration]/ratings                                                in     404    200    404    404    200    200    404    404    404    404    200    404    404
/calibrations/[calibration]/results                                                in     404    200    404    404    200    200    404    404    404    404    200    404    404
/calibrations/[calibration]/results/[format=report]                                in     404    200    404    404    200    200    404    404    404    404    200    404    404
/calibrations/[calibration]/reveal                                                 in     404    403    404    404    200    403    404    404    404    404    403    404    404
/calibrations/tables                                                               in     404    200    404    404    200    200    404    404    404    404    404    404    404
/calibrations/tables/export                                                        in     404    200    404    404    200    200    404    404    404    404    404    404    404
/calibrations/tables/new                                                           in     404    200    404    404    200    200    404    404    404    404    404    404    404
/calibrations/tables/[table]                                                       in     404    404    404    404    200    404    404    404    404    404    404    404    404
/calibrations/tables/[table]/export                                                in     404    404    404    404    200    404    404    404    404    404    404    404    404
/calibrations/tables/[table]/import                                                in     404    404    404    404    200    404    404    404    404    404    404    404    404
/calibrations/tables/[table]/import/[import]                                       in     404    404    404    404    200    404    404    404    404    404    404    404    404
/calibrations/tables/[table]/import/[import]/problems.csv                          in     404    404    404    404    200    404    404    404    404    404    404    404    404
/calibrations/tables/[table]/import/template.[format]                              in     404    404    404    404    200    404    404    404    404    404    404    404    404
/calibrations/tables/[table]/report/[format=report]                                in     404    404    404    404    200    404    404    404    404    404    404    404    404
/cycles                                                                            in     404   200  404     404   200     404     404   404    404    404   404    404     404
/cycles/[cycle]                                                                    in     404   200  404     404   200     404     404   404    404    404   404    404     404
/cycles/[cycle]/closure                                                            in     404   200  404     404   404     404     404   404    404    404   404    404     404
/cycles/[cycle]/details                                                            in     404   200  404     404   404     404     404   404    404    404   404    404     404
/cycles/[cycle]/export                                                             in     404   200  404     404   200     404     404   404    404    404   404    404     404
/cycles/[cycle]/heat-map                                                           in     404   200  404     404   200     404     404   404    404    404   404    404     404
/cycles/[cycle]/services/new                                                       in     404   200  404     404   404     404     404   404    404    404   404    404     404
/cycles/[cycle]/targets                                                            in     404   200  404     404   200     404     404   404    404    404   404    404     404
/cycles/[cycle]/targets/[service]                                                  in     404   200  404     404   404     404     404   404    404    404   404    404     404
/cycles/new                                                                        in     404   200  404     404   404     404     404   404    404    404   404    404     404
/cycles/snapshots                                                                  in     404   200  404     404   404     404     404   404    404    404   404    404     404
/evidence                                                                          in     404   200  200     200   200     200     200   200    404    404   404    404     404
/evidence/[evidence]@draft                                                         in     404   200  200     404   200     200     404   404    404    200   404    404     404
/evidence/[evidence]@submitted                                                     in     404   200  200     404   200     200     404   404    404    404   404    404     404
/evidence/[evidence]@moderated,agreed                                              in     404   200  200     404   200     200     200   200    404    404   404    404     404
/evidence/[evidence]/details@draft                                                 in     404   403  200     404   403     403     404   404    404    403   404    404     404
/evidence/[evidence]/details@submitted                                             in     404   403  200     404   403     403     404   404    404    404   404    404     404
/evidence/[evidence]/details@moderated,agreed                                      in     404   403  200     404   403     403     403   403    404    404   404    404     404
/evidence/[evidence]/versions/[number]@draft                                       in     404   200  200     404   200     200     404   404    404    200   404    404     404
/evidence/[evidence]/versions/[number]@submitted                                   in     404   200  200     404   200     200     404   404    404    404   404    404     404
/evidence/[evidence]/versions/[number]@moderated,agreed                            in     404   200  200     404   200     200     200   200    404    404   404    404     404
/evidence/[evidence]/versions/new@draft                                            in     404   403  200     404   403     403     404   404    404    403   404    404     404
/evidence/[evidence]/versions/new@submitted                                        in     404   403  200     404   403     403     404   404    404    404   404    404     404
/evidence/[evidence]/versions/new@moderated,agreed                                 in     404   403  200     404   403     403     403   403    404    404   404    404     404
/evidence/[evidence]/withdrawal@draft                                              in     404   403  200     404   403     403     404   404    404    403   404    404     404
/evidence/[evidence]/withdrawal@submitted                                          in     404   403  200     404   403     403     404   404    404    404   404    404     404
/evidence/[evidence]/withdrawal@moderated,agreed                                   in     404   403  200     404   403     403     403   403    404    404   404    404     404
/evidence/new                                                                      in     404   404  200     200   404     404     404   404    404    404   404    404     404
/evidence/table                                                                    in     404   200  200     200   200     200     200   200    404    404   404    404     404
/frameworks                                                                        in     200   200  200     200   200     200     200   200    200    200   200    200     200
/frameworks/[version]                                                              in     200   200  200     200   200     200     200   200    200    200   200    200     200
/frameworks/[version]/copy                                                         in     404   200  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/csv                                                          in     200   200  200     200   200     200     200   200    200    200   200    200     200
/frameworks/[version]/deletion                                                     in     404   200  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/edit                                                         in     404   200  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/edit/[part]                                                  in     404   200  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/edit/criteria/[number]                                       in     404   200  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/edit/new-criterion                                           in     404   200  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/moving                                                       in     404   200  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/publication                                                  in     404   200  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/withdrawal                                                   in     404   200  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/xlsx                                                         in     200   200  200     200   200     200     200   200    200    200   200    200     200
/frameworks/[version]/yaml                                                         in     200   200  200     200   200     200     200   200    200    200   200    200     200
/scorecards                                                                        in     404   200  200     200   200     200     200   200    404    404   200    404     404
/scorecards/new                                                                    in     404   200  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]                                                            in     404   200  200     200   200     200     200   200    404    404   200    404     404
/scorecards/[scorecard]/copy                                                       in     404   200  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/deletion                                                   in     404   200  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit                                                       in     404   200  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/[part]                                                in     404   200  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/questions/[question]                                  in     404   200  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/sections/[section]/new-question                       in     404   200  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/publication                                                in     404   200  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/trial                                                      in     404   200  200     200   200     200     200   200    404    404   200    404     404
/scorecards/[scorecard]/withdrawal                                                 in     404   200  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/xlsx                                                       in     404   200  200     200   200     200     200   200    404    404   200    404     404
/scorecards/[scorecard]/yaml                                                       in     404   200  200     200   200     200     200   200    404    404   200    404     404
/standards                                                                         in     404   200  200     200   200     200     200   200    404    404   200    404     404
/standards/[standard]                                                              in     404   200  404     404   404     404     404   404    404    404   404    404     404
/standards/export                                                                  in     404   200  200     200   200     200     200   200    404    404   200    404     404
/standards/new                                                                     in     404   200  404     404   404     404     404   404    404    404   404    404     404
/measures                                                                            in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/export                                                                     in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/new                                                                        in    404    200    403    403    403    403    403    403    403    404    403    404    404
/measures/[measure]                                                                  in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/[measure]/details                                                          in    404    200    403    403    403    403    403    403    403    404    403    404    404
/measures/[measure]/export                                                           in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/[measure]/targets                                                          in    404    200    403    403    403    403    403    403    403    404    403    404    404
/measures/[measure]/values/[period]                                                  in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/imports                                                                    in    404    200    200    200    403    403    403    403    403    404    403    404    404
/measures/imports/[brought]                                                          in    404    200    404    404    403    403    403    403    403    404    403    404    404
/measures/imports/[brought]/problems.csv                                             in    404    200    404    404    403    403    403    403    403    404    403    404    404
/measures/imports/template.[format]                                                  in    404    200    200    200    403    403    403    403    403    404    403    404    404
/measures/months                                                                     in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/months/export                                                              in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/months/[period]                                                            in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/months/[period]/release                                                    in    404    200    403    403    403    403    403    403    403    404    403    404    404
/measures/savings                                                                    in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/values                                                                     in    404    200    200    200    200    200    200    200    200    404    200    404    404
/measures/values/export                                                              in    404    200    200    200    200    200    200    200    200    404    200    404    404
/thread                                                                            in     200    200    200    200    200    200    200    200    200    404    200    200    200
/thread/[strand]                                                                   in     200    200    200    200    200    200    200    200    200    404    200    200    200
/thread/[strand]/below                                                             in     200    200    200    200    200    200    200    200    200    404    200    200    200
/thread/[strand]/below/export                                                      in     200    200    200    200    200    200    200    200    200    404    200    200    200
/thread/[strand]/details                                                           in     403    200    200    403    403    403    403    403    403    404    403    403    403
/thread/[strand]/place                                                             in     403    200    200    403    403    403    403    403    403    404    403    403    403
/thread/[strand]/retirement                                                        in     403    200    200    403    403    403    403    403    403    404    403    403    403
/thread/[strand]/ties                                                              in     403    200    200    200    200    200    403    403    403    404    200    403    403
/thread/breaks                                                                     in     200    200    200    200    200    200    200    200    200    404    200    200    200
/thread/edit                                                                       in     403    200    200    200    403    403    403    403    403    404    200    403    403
/thread/export                                                                     in     200    200    200    200    200    200    200    200    200    404    200    200    200
/thread/imports                                                                    in     403    200    403    403    403    403    403    403    403    404    403    403    403
/thread/imports/[import]                                                           in     403    200    403    403    403    403    403    403    403    404    403    403    403
/thread/imports/[import]/problems.csv                                              in     403    200    403    403    403    403    403    403    403    404    403    403    403
/thread/imports/template.[format]                                                  in     403    200    403    403    403    403    403    403    403    404    403    403    403
/thread/picture                                                                    in     200    200    200    200    200    200    200    200    200    404    200    200    200
/thread/picture.svg                                                                in     200    200    200    200    200    200    200    200    200    404    200    200    200
/thread/ready-made                                                                 in     403    200    403    403    403    403    403    403    403    404    403    403    403
/thread/ready-made/[name]                                                          in     403    200    403    403    403    403    403    403    403    404    403    403    403
/thread/new                                                                        in     403    200    200    200    403    403    403    403    403    404    200    403    403
/thread/up                                                                         in     200    200    200    200    200    200    200    200    200    404    200    200    200
/thread/ties                                                                       in     200    200    200    200    200    200    200    200    200    404    200    200    200
/journeys                                                                          in     200   200  200     200   200     200     200   200    200    200   200    200     200
/journeys/[journey]                                                                in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/demand                                                         in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/demand/[contact]                                               in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand/export                                                  in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/demand/import                                                  in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand/import/[import]                                         in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand/import/[import]/problems.csv                            in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand/import/template.[format]                                in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand/summary                                                 in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/demand/summary/export                                          in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/findings                                                       in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/findings/new                                                   in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/picture                                                        in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/picture.pdf                                                    in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/picture.png                                                    in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/picture.svg                                                    in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/principles                                                     in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/principles/[framework]                                         in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/recommendations                                                in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/steps                                                          in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/closure                                                        in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/details                                                        in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/lessons                                                        in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/lessons/[lesson]                                               in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]                                                    in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/maps/[kind]/changes                                            in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/maps/[kind]/files                                              in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/maps/[kind]/files/[import]                                     in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/files/[import]/problems.csv                        in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/files/map.[format]                                 in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/maps/[kind]/stages/[stage]                                     in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/start                                              in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/steps/[step]                                       in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/steps/[step]/evidence                              in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/next-review                                                    in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/methods                                                        in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/methods/[method]                                               in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/personas                                                       in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/personas/[persona]                                             in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/personas/new                                                   in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/progress/[step]                                                in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/[journey]/services                                                       in     404   200  200     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/team                                                           in     404   200  200     404   200     200     200   200    404    404   404    404     404
/journeys/costs                                                                    in     404   200  200     200   200     200     200   200    404    404   404    404     404
/journeys/costs/[channel]                                                          in     404   200  403     403   403     403     403   403    404    404   404    404     404
/journeys/export                                                                   in     200   200  200     200   200     200     200   200    200    200   200    200     200
/journeys/new                                                                      in     404   200  200     200   404     404     404   404    404    404   404    404     404
/journeys/toolkit                                                                  in     404   200  200     200   200     200     200   200    404    404   404    404     404
/journeys/toolkit/[number]                                                         in     404   200  200     200   200     200     200   200    404    404   404    404     404
/journeys/toolkit/publication                                                      in     404   200  404     404   404     404     404   404    404    404   404    404     404
/moderation                                                                        in     404   404  404     404   200     200     404   404    404    404   404    404     404
/mystery-shopping                                                                  in     404   200  200     200   200     200     200   200    200    404   404    404     303
/mystery-shopping/checks                                                           in     404   200  404     404   200     200     404   404    404    404   404    404     404
/mystery-shopping/checks/export                                                    in     404   200  404     404   200     200     404   404    404    404   404    404     404
/mystery-shopping/checks/[visit]                                                   in     404   200  404     404   200     200     404   404    404    404   404    404     404
/mystery-shopping/programmes/[programme]                                           in     404   200  200     200   200     200     200   200    200    404   404    404     404
/mystery-shopping/programmes/[programme]/details                                   in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/programmes/[programme]/waves/new                                 in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/programmes/new                                                   in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/scenarios                                                        in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/scenarios/[scenario]                                             in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/scenarios/export                                                 in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/scenarios/new                                                    in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/ties                                                             in     404   404  404     404   404     404     404   404    404    404   404    404     200
/mystery-shopping/visits                                                           in     404   404  404     404   404     404     404   404    404    404   404    404     200
/mystery-shopping/visits/[visit]                                                   in     404   404  404     404   404     404     404   404    404    404   404    404     200
/mystery-shopping/visits/[visit]/attempts                                          in     404   404  404     404   404     404     404   404    404    404   404    404     200
/mystery-shopping/visits/[visit]/evidence                                          in     404   404  404     404   404     404     404   404    404    404   404    404     200
/mystery-shopping/visits/[visit]/evidence/[piece]                                  in     404   200  404     404   200     200     404   404    404    404   404    404     200
/mystery-shopping/waves/[wave]                                                     in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/closure                                             in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/details                                             in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/files                                               in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/files/[import]                                      in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/files/[import]/problems.csv                         in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/files/template.[format]                             in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/findings                                            in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/plan                                                in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/results                                             in     404   200  200     200   200     200     200   200    404    404   404    404     404
/mystery-shopping/waves/[wave]/visits/[visit]                                      in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/visits/export                                       in     404   200  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/visits/new                                          in     404   200  404     404   404     404     404   404    404    404   404    404     404
/paf                                                                               in     404   303  303     303   303     303     303   303    303    404   303    303     404
/paf/appeals                                                                       in     404   404  200     200   200     200     404   404    404    404   200    404     404
/paf/appeals/export                                                                in     404   404  200     200   200     200     404   404    404    404   200    404     404
/paf/assessments/[scored]                                                          in     404   404  404     404   200     404     404   404    404    404   200    200     404
/paf/assessments/[scored]/evidence                                                 in     404   404  404     404   303     404     404   404    404    404   303    303     404
/paf/assessments/[scored]/evidence/library                                         in     404   404  404     404   303     404     404   404    404    404   303    303     404
/paf/assessments/[scored]/evidence/[recording]                                     in     404   404  404     404   200     404     404   404    404    404   200    200     404
/paf/assessments/[scored]/score                                                    in     404   404  404     404   303     404     404   404    404    404   303    303     404
/paf/assessments/[scored]/second-score                                             in     404   404  404     404   403     404     404   404    404    404   403    403     404
/paf/imports                                                                       in     404   404  200     200   200     200     404   404    404    404   404    404     404
/paf/imports/[list]                                                                in     404   404  404     404   200     404     404   404    404    404   404    404     404
/paf/imports/[list]/problems.csv                                                   in     404   404  404     404   200     404     404   404    404    404   404    404     404
/paf/interactions                                                                  in     404   404  200     200   200     200     404   404    404    404   404    404     404
/paf/mine                                                                          in     404   404  404     404   404     404     404   404    404    404   404    200     404
/paf/mine/export                                                                   in     404   404  404     404   404     404     404   404    404    404   404    200     404
/paf/months                                                                        in     404   404  200     200   200     200     404   404    404    404   404    404     404
/paf/months/export                                                                 in     404   404  200     200   200     200     404   404    404    404   404    404     404
/paf/months/[month]                                                                in     404   404  404     404   200     404     404   404    404    404   404    404     404
/paf/months/[month]/samples/[sample]                                               in     404   404  404     404   200     404     404   404    404    404   404    404     404
/paf/results                                                                       in     404   404  200     200   404     404     404   404    404    404   200    404     404
/paf/results/export                                                                in     404   404  200     200   404     404     404   404    404    404   200    404     404
/paf/scores                                                                        in     404   404  404     404   200     200     404   404    404    404   200    404     404
/paf/scores/export                                                                 in     404   404  404     404   200     200     404   404    404    404   200    404     404
/paf/composite                                                                     in     404   200  404     404   404     404     404   404    404    404   404    404     404
/paf/settings                                                                      in     404   200  404     404   404     404     404   404    404    404   404    404     404
/paf/mine/one-to-ones                                                              in     404   404  404     404   404     404     404   404    404    404   404    200     404
/paf/mine/sheets                                                                   in     404   404  404     404   404     404     404   404    404    404   404    200     404
/paf/mine/training                                                                 in     404   404  404     404   404     404     404   404    404    404   404    200     404
/paf/one-to-ones                                                                   in     404   404  404     404   404     404     404   404    404    404   200    404     404
/paf/one-to-ones/[one]                                                             in     404   404  404     404   404     404     404   404    404    404   200    200     404
/paf/one-to-ones/[one]/notes                                                       in     404   404  404     404   404     404     404   404    404    404   200    200     404
/paf/one-to-ones/[one]/objectives/new                                              in     404   404  404     404   404     404     404   404    404    404   200    403     404
/paf/one-to-ones/[one]/training/new                                                in     404   404  404     404   404     404     404   404    404    404   200    403     404
/paf/one-to-ones/export                                                            in     404   404  404     404   404     404     404   404    404    404   200    404     404
/paf/one-to-ones/new                                                               in     404   404  404     404   404     404     404   404    404    404   200    404     404
/paf/one-to-ones/objectives/[objective]                                            in     404   404  404     404   404     404     404   404    404    404   200    200     404
/paf/services/[service]                                                            in     404   200  200     404   200     200     200   200    200    404   404    404     404
/paf/services/[service]/[format=report]                                            in     404   200  200     404   200     200     200   200    200    404   404    404     404
/paf/services/[service]/findings                                                   in     404   200  200     404   200     200     403   403    403    404   404    404     404
/paf/staff                                                                         in     404   404  200     200   404     404     404   404    404    404   200    404     404
/paf/staff/export                                                                  in     404   404  200     200   404     404     404   404    404    404   200    404     404
/paf/staff/[staff]                                                                 in     404   404  404     404   404     404     404   404    404    404   200    200     404
/paf/staff/[staff]/months/[sheet]                                                  in     404   404  404     404   404     404     404   404    404    404   200    200     404
/paf/staff/[staff]/months/[sheet]/[format=report]                                  in     404   404  404     404   404     404     404   404    404    404   200    200     404
/paf/staff/[staff]/months/[sheet]/details                                          in     404   404  404     404   404     404     404   404    404    404   200    403     404
/paf/summary                                                                       in     404   200  200     200   200     200     200   200    200    404   200    404     404
/paf/summary/[format=report]                                                       in     404   200  404     404   200     404     200   200    200    404   404    404     404
/paf/teams/[team]                                                                  in     404   200  200     404   200     200     200   200    200    404   404    404     404
/paf/teams/[team]/[format=report]                                                  in     404   200  200     404   200     200     200   200    200    404   404    404     404
/paf/training                                                                      in     404   404  200     200   404     404     404   404    404    404   200    404     404
/paf/training/courses                                                              in     404   200  200     200   404     404     404   404    404    404   200    200     404
/paf/training/courses/[course]                                                     in     404   200  404     404   404     404     404   404    404    404   404    404     404
/paf/training/courses/new                                                          in     404   200  404     404   404     404     404   404    404    404   404    404     404
/paf/training/export                                                               in     404   404  200     200   404     404     404   404    404    404   200    404     404
/paf/training/staff/[staff]                                                        in     404   404  404     404   404     404     404   404    404    404   200    200     404
/reports                                                                           in     404   200  200     200   200     200     200   200    200    404   200    200     404
/reports/assessments/[assessment]@draft,submitted                                  in     404   200  200     404   200     200     404   404    404    404   404    404     404
/reports/assessments/[assessment]@moderated                                        in     404   200  200     404   200     200     200   200    404    404   404    404     404
/reports/assessments/[assessment]@agreed                                           in     404   200  200     404   200     200     200   200    200    404   404    404     404
/reports/assessments/[assessment]/[format=report]@draft,submitted                  in     404   200  200     404   200     200     404   404    404    404   404    404     404
/reports/assessments/[assessment]/[format=report]@moderated                        in     404   200  200     404   200     200     200   200    404    404   404    404     404
/reports/assessments/[assessment]/[format=report]@agreed                           in     404   200  200     404   200     200     200   200    200    404   404    404     404
/reports/council                                                                   in     404   200  404     404   200     404     200   200    200    404   404    404     404
/reports/council/[format=report]                                                   in     404   200  404     404   200     404     200   200    200    404   404    404     404
/reports/journeys/[journey]                                                        in     404   200  200     404   200     200     200   200    404    404   404    404     404
/reports/journeys/[journey]/[format=report]                                        in     404   200  200     404   200     200     200   200    404    404   404    404     404
/reports/mystery-shopping/[wave]                                                   in     404   200  200     200   200     200     200   200    404    404   404    404     404
/reports/mystery-shopping/[wave]/[format=report]                                   in     404   200  200     200   200     200     200   200    404    404   404    404     404
/glance                                                                            in     404    200    200    200    200    200    200    200    200    404    200    404    404
/glance/[part=part]                                                                in     404    200    200    200    200    200    200    200    200    404    200    404    404
/glance/[format=report]                                                            in     404    200    200    200    200    200    200    200    200    404    200    404    404
/reports/annual                                                                    in     404    200    404    404    200    404    200    200    200    404    404    404    404
/reports/annual/[format=report]                                                    in     404    200    404    404    200    404    200    200    200    404    404    404    404
/reports/golden-thread                                                             in     200    200    200    200    200    200    200    200    200    404    200    200    200
/reports/golden-thread/[format=report]                                             in     200    200    200    200    200    200    200    200    200    404    200    200    200
/reports/kept                                                                      in     200    200    200    200    200    200    200    200    200    200    200    200    200
/reports/kept/export                                                               in     200    200    200    200    200    200    200    200    200    200    200    200    200
/reports/kept/new                                                                  in     404    200    404    404    200    404    200    200    200    404    404    404    404
/reports/kept/[kept=number]                                                        in     404    200    200    404    200    200    200    200    404    404    404    404    404
/reports/kept/[kept=number]/[format=report]                                        in     404    200    200    404    200    200    200    200    404    404    404    404    404
/reports/kept/[kept=number]/comparison                                             in     404    200    200    404    200    200    200    200    404    404    404    404    404
/reports/kept/[kept=number]/comparison/[format=report]                             in     404    200    200    404    200    200    200    200    404    404    404    404    404
/reports/schedules                                                                 in     200    200    200    200    200    200    200    200    200    200    200    200    200
/reports/schedules/new                                                             in     404    200    404    404    200    404    200    200    200    404    404    404    404
/reports/schedules/[schedule]/end                                                  in     404    404    200    404    404    404    404    404    404    404    404    404    404
/calendar/[token]                                                                  200    200   200  200     200   200     200     200   200    200    200   200    200     200
/council-logo                                                                      404    404   404  404     404   404     404     404   404    404    404   404    404     404
/council.css                                                                       200    200   200  200     200   200     200     200   200    200    200   200    200     200
/findings                                                                          in     200   200  200     200   200     200     200   200    200    200   200    200     200
/findings/[finding]                                                                in     404   200  200     404   200     200     200   200    404    404   404    404     404
/findings/[finding]/details                                                        in     404   200  200     404   403     403     403   403    404    404   404    404     404
/findings/[finding]/evidence                                                       in     404   200  200     404   403     403     403   403    404    404   404    404     404
/findings/[finding]/recommendations/new                                            in     404   200  200     404   403     403     403   403    404    404   404    404     404
/findings/[finding]/withdrawal                                                     in     404   200  200     404   403     403     403   403    404    404   404    404     404
/findings/export                                                                   in     200   200  200     200   200     200     200   200    200    200   200    200     200
/findings/new                                                                      in     404   200  200     200   200     200     404   404    404    404   404    404     404
/health                                                                            200    200   200  200     200   200     200     200   200    200    200   200    200     200
/health/reference                                                                  in     404   404  404     404   404     404     404   404    404    404   404    404     404
/recommendations                                                                   in     200   200  200     200   200     200     200   200    200    200   200    200     200
/recommendations/[recommendation]                                                  in     404   200  200     404   200     200     200   200    404    404   404    404     404
/recommendations/[recommendation]/details                                          in     404   200  200     404   403     403     403   403    404    404   404    404     404
/recommendations/[recommendation]/withdrawal                                       in     404   200  200     404   403     403     403   403    404    404   404    404     404
/recommendations/export                                                            in     200   200  200     200   200     200     200   200    200    200   200    200     200
/recommendations/matrix                                                            in     200   200  200     200   200     200     200   200    200    200   200    200     200
/recommendations/matrix/weights                                                    in     404   200  404     404   404     404     404   404    404    404   404    404     404
/feedback                                                                          in     404   200  200     200   200     200     200   200    200    404   200    200     404
/feedback/cases                                                                    in     200   200  200     200   200     200     200   200    200    200   200    200     200
/feedback/cases/export                                                             in     200   200  200     200   200     200     200   200    200    200   200    200     200
/feedback/cases/[case]                                                             in     404   200  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/acknowledgement                                             in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/answer                                                      in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/escalation                                                  in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/extension                                                   in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/finding                                                     in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/handler                                                     in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/lesson                                                      in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/original                                                    in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/reopening                                                   in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/withdrawal                                                  in     404   403  200     404   404     404     404   404    404    404   404    404     404
/feedback/new                                                                      in     404   200  200     200   200     200     404   404    404    404   200    200     404
/feedback/surveys                                                                  in     404   200  200     200   200     200     200   200    404    404   404    404     404
/feedback/surveys/export                                                           in     404   200  200     200   200     200     200   200    404    404   404    404     404
/feedback/surveys/new                                                              in     404   200  200     200   404     404     404   404    404    404   404    404     404
/feedback/surveys/[survey]                                                         in     404   200  200     404   200     200     200   200    404    404   404    404     404
/feedback/surveys/[survey]/comments                                                in     404   200  200     404   200     200     200   200    404    404   404    404     404
/feedback/surveys/[survey]/export                                                  in     404   200  200     404   200     200     200   200    404    404   404    404     404
/feedback/surveys/[survey]/details                                                 in     404   200  200     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/link                                                    in     404   200  200     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/closure                                                 in     404   200  200     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/held                                                    in     404   200  200     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/answers/new                                             in     404   200  200     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/imports                                                 in     404   200  200     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/imports/[import]                                        in     404   200  200     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/imports/[import]/problems.csv                           in     404   200  200     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/imports/template.[format]                               in     404   200  200     404   403     403     403   403    404    404   404    404     404
/feedback/imports                                                                  in     404   200  200     200   404     404     404   404    404    404   404    404     404
/feedback/imports/[import]                                                         in     404   404  200     404   404     404     404   404    404    404   404    404     404
/feedback/imports/[import]/problems.csv                                            in     404   404  200     404   404     404     404   404    404    404   404    404     404
/feedback/imports/template.[format]                                                in     404   200  200     200   404     404     404   404    404    404   404    404     404
/feedback/settings                                                                 in     404   200  404     404   404     404     404   404    404    404   404    404     404
/survey/[token]                                                                    200    200   200  200     200   200     200     200   200    200    200   200    200     200
/reports/complaints                                                                in     404   200  200     200   200     200     200   200    200    404   404    404     404
/reports/complaints/[format=report]                                                in     404   200  200     200   200     200     200   200    200    404   404    404     404
`);

/** What can be sent: \`may\` is let through to the form's own answer. */
const sending = tableIn(`
                                                                                      nobody admin lead manager other council service chair member viewer given leader advisor shopper
/admin/audit/check?/default                                                           in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/imports?/default                                                               in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/imports/[import]?/apply                                                        in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/imports/[import]?/discard                                                      in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/access?/deactivate                                             in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/access?/reactivate                                             in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/details?/default                                               in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/link?/default                                                  in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/roles/[role]/removal?/default                                  in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/[person]/roles/new?/default                                             in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/people/new?/default                                                            in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/settings/evidence?/default                                                     in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/settings/identity?/default                                                     in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/settings/logo?/choose                                                          in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/settings/logo?/remove                                                          in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/[unit=unit]/[id]/closure?/close                                      in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/[unit=unit]/[id]/closure?/reopen                                     in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/[unit=unit]/[id]/name?/default                                       in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/[unit=unit]/[id]/place?/default                                      in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/directorates/new?/default                                            in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/services/new?/default                                                in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/[member]?/default                                 in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/[member]/leaving?/left                            in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/[member]/leaving?/back                            in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/[member]/person?/default                          in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/[member]/team?/default                            in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/[team]/staff/new?/default                                      in     may   404  404     404   404     404     404   404    404    404   404    404     404
/admin/structure/teams/new?/default                                                   in     may   404  404     404   404     404     404   404    404    404   404    404     404
/invitations/[token]?/default                                                         may    may   may  may     may   may     may     may   may    may    may   may    may     may
/set-up?/default                                                                      404    404   404  404     404   404     404     404   404    404    404   404    404     404
/sign-in?/default                                                                     may    may   may  may     may   may     may     may   may    may    may   may    may     may
/sign-out?/POST                                                                       in     may   may  may     may   may     may     may   may    may    may   may    may     may
/account?/password                                                                    in     may   may  may     may   may     may     may   may    may    may   may    may     may
/account?/everywhere                                                                  in     may   may  may     may   may     may     may   may    may    may   may    may     may
/account?/calendar                                                                    in     may   may  may     may   may     may     may   may    may    may   may    may     may
/account?/endCalendar                                                                 in     may   may  may     may   may     may     may   may    may    may   may    may     may
/actions/[action]?/note                                                               in     404   403  may     404   403     403     403   403    404    may   404    404     404
/actions/[action]/details?/default                                                    in     404   403  may     404   403     403     403   403    404    403   404    404     404
/actions/[action]/measure?/default                                                    in     404   403  may     404   403     403     403   403    404    403   404    404     404
/actions/[action]/evidence?/default                                                   in     404   403  may     404   403     403     403   403    404    may   404    404     404
/actions/[action]/outcome?/default                                                    in     404   403  may     404   403     403     403   403    404    403   404    404     404
/actions/[action]/status?/default                                                     in     404   403  may     404   403     403     403   403    404    may   404    404     404
/actions/board?/move                                                                  in     404   403  may     404   403     403     403   403    404    may   404    404     404
/actions/new?/default                                                                 in     404   404  may     may   404     404     404   404    404    404   404    404     404
/assessments/[assessment]/actions/new?/check@draft,submitted                          in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/actions/new?/check@moderated,agreed                         in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/actions/new?/change@draft,submitted                         in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/actions/new?/change@moderated,agreed                        in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/actions/new?/create@draft,submitted                         in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/actions/new?/create@moderated,agreed                        in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/agreement?/default@draft,submitted                          in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/agreement?/default@moderated,agreed                         in     404   403  may     404   403     403     may   403    404    404   404    404     404
/assessments/[assessment]/all?/default@draft,submitted                                in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/all?/default@moderated,agreed                               in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/changes?/default@draft,submitted                            in     404   403  403     404   may     may     404   404    404    404   404    404     404
/assessments/[assessment]/changes?/default@moderated,agreed                           in     404   403  403     404   may     may     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]?/default@draft                         in     404   403  may     404   403     403     404   404    404    may   404    404     404
/assessments/[assessment]/criteria/[criterion]?/default@submitted                     in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]?/default@moderated,agreed              in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/comments?/say@draft                    in     404   may  may     404   may     may     404   404    404    may   404    404     404
/assessments/[assessment]/criteria/[criterion]/comments?/say@submitted                in     404   may  may     404   may     may     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/comments?/say@moderated,agreed         in     404   may  may     404   may     may     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/comments?/resolve@draft                in     404   may  may     404   may     may     404   404    404    may   404    404     404
/assessments/[assessment]/criteria/[criterion]/comments?/resolve@submitted            in     404   may  may     404   may     may     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/comments?/resolve@moderated,agreed     in     404   may  may     404   may     may     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence?/choose@draft                 in     404   403  may     404   403     403     404   404    404    may   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence?/choose@submitted             in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence?/choose@moderated,agreed      in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence?/detach@draft                 in     404   403  may     404   403     403     404   404    404    may   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence?/detach@submitted             in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence?/detach@moderated,agreed      in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence/new?/default@draft            in     404   403  may     404   403     403     404   404    404    may   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence/new?/default@submitted        in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/evidence/new?/default@moderated,agreed in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/handover?/give@draft                   in     404   403  may     404   403     403     404   404    404    403   404    404     404
/assessments/[assessment]/criteria/[criterion]/handover?/give@submitted               in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/handover?/give@moderated,agreed        in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/handover?/end@draft                    in     404   403  may     404   403     403     404   404    404    may   404    404     404
/assessments/[assessment]/criteria/[criterion]/handover?/end@submitted                in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/criteria/[criterion]/handover?/end@moderated,agreed         in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/moderation?/default@draft,submitted                         in     404   403  403     404   may     may     404   404    404    404   404    404     404
/assessments/[assessment]/moderation?/default@moderated,agreed                        in     404   403  403     404   may     may     403   403    404    404   404    404     404
/assessments/[assessment]/moderation/[criterion]?/default@draft,submitted             in     404   403  403     404   may     may     404   404    404    404   404    404     404
/assessments/[assessment]/moderation/[criterion]?/default@moderated,agreed            in     404   403  403     404   may     may     403   403    404    404   404    404     404
/assessments/[assessment]/moderation/rest?/default@draft,submitted                    in     404   403  403     404   may     may     404   404    404    404   404    404     404
/assessments/[assessment]/moderation/rest?/default@moderated,agreed                   in     404   403  403     404   may     may     403   403    404    404   404    404     404
/assessments/[assessment]/override?/default@draft,submitted                           in     404   403  403     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/override?/default@moderated,agreed                          in     404   403  403     404   403     403     may   403    404    404   404    404     404
/assessments/[assessment]/reopening?/default@draft,submitted                          in     404   may  403     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/reopening?/default@moderated,agreed                         in     404   may  403     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/spreadsheet?/default@draft,submitted                        in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/spreadsheet?/default@moderated,agreed                       in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/spreadsheet/[import]?/apply@draft,submitted                 in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/spreadsheet/[import]?/apply@moderated,agreed                in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/spreadsheet/[import]?/discard@draft,submitted               in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/spreadsheet/[import]?/discard@moderated,agreed              in     404   403  may     404   403     403     403   403    404    404   404    404     404
/assessments/[assessment]/submission?/default@draft,submitted                         in     404   403  may     404   403     403     404   404    404    404   404    404     404
/assessments/[assessment]/submission?/default@moderated,agreed                        in     404   403  may     404   403     403     403   403    404    404   404    404     404
/board/decisions/[decision]/return?/default                                           in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/cancellation?/default                                       in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/details?/default                                            in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/items?/add                                                  in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/items?/move                                                 in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/items?/remove                                               in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/items/[item]?/view                                          in     404   403  404     404   404     404     may   may    404    404   404    404     404
/board/meetings/[meeting]/items/[item]?/interest                                      in     404   403  404     404   404     404     may   may    404    404   404    404     404
/board/meetings/[meeting]/items/[item]/decision?/default                              in     404   403  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/members?/attendance                                         in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/members?/renew                                              in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/minutes?/save                                               in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/[meeting]/minutes?/close                                              in     404   may  404     404   404     404     may   403    404    404   404    404     404
/board/meetings/new?/default                                                          in     404   may  404     404   404     404     may   404    404    404   404    404     404
/board/quorum?/default                                                                in     404   may  404     404   404     404     may   404    404    404   404    404     404
/cycles/[cycle]/closure?/close                                                        in     404   may  404     404   404     404     404   404    404    404   404    404     404
/cycles/[cycle]/closure?/open                                                         in     404   may  404     404   404     404     404   404    404    404   404    404     404
/cycles/[cycle]/details?/default                                                      in     404   may  404     404   404     404     404   404    404    404   404    404     404
/cycles/[cycle]/services/new?/default                                                 in     404   may  404     404   404     404     404   404    404    404   404    404     404
/cycles/[cycle]/targets/[service]?/save                                               in     404   may  404     404   404     404     404   404    404    404   404    404     404
/cycles/[cycle]/targets/[service]?/remove                                             in     404   may  404     404   404     404     404   404    404    404   404    404     404
/cycles/new?/default                                                                  in     404   may  404     404   404     404     404   404    404    404   404    404     404
/cycles/snapshots?/default                                                            in     404   may  404     404   404     404     404   404    404    404   404    404     404
/evidence/[evidence]/details?/default@draft                                           in     404   403  may     404   403     403     404   404    404    403   404    404     404
/evidence/[evidence]/details?/default@submitted                                       in     404   403  may     404   403     403     404   404    404    404   404    404     404
/evidence/[evidence]/details?/default@moderated,agreed                                in     404   403  may     404   403     403     403   403    404    404   404    404     404
/evidence/[evidence]/versions/new?/default@draft                                      in     404   403  may     404   403     403     404   404    404    403   404    404     404
/evidence/[evidence]/versions/new?/default@submitted                                  in     404   403  may     404   403     403     404   404    404    404   404    404     404
/evidence/[evidence]/versions/new?/default@moderated,agreed                           in     404   403  may     404   403     403     403   403    404    404   404    404     404
/evidence/[evidence]/withdrawal?/default@draft                                        in     404   403  may     404   403     403     404   404    404    403   404    404     404
/evidence/[evidence]/withdrawal?/default@submitted                                    in     404   403  may     404   403     403     404   404    404    404   404    404     404
/evidence/[evidence]/withdrawal?/default@moderated,agreed                             in     404   403  may     404   403     403     403   403    404    404   404    404     404
/evidence/new?/default                                                                in     404   404  may     may   404     404     404   404    404    404   404    404     404
/findings/[finding]/details?/default                                                  in     404   may  may     404   403     403     403   403    404    404   404    404     404
/findings/[finding]/evidence?/default                                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/mystery-shopping/checks/[visit]?/accept                                              in     404   may  404     404   may     may     404   404    404    404   404    404     404
/mystery-shopping/checks/[visit]?/back                                                in     404   may  404     404   may     may     404   404    404    404   404    404     404
/mystery-shopping/checks/[visit]?/out                                                 in     404   may  404     404   may     may     404   404    404    404   404    404     404
/mystery-shopping/programmes/[programme]/details?/default                             in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/programmes/[programme]/waves/new?/default                           in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/programmes/new?/default                                             in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/scenarios/[scenario]?/save                                          in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/scenarios/[scenario]?/retire                                        in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/scenarios/new?/default                                              in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/ties?/declare                                                       in     404   404  404     404   404     404     404   404    404    404   404    404     may
/mystery-shopping/ties?/end                                                           in     404   404  404     404   404     404     404   404    404    404   404    404     may
/mystery-shopping/visits/[visit]?/save                                                in     404   404  404     404   404     404     404   404    404    404   404    404     may
/mystery-shopping/visits/[visit]?/submit                                              in     404   404  404     404   404     404     404   404    404    404   404    404     may
/mystery-shopping/visits/[visit]/attempts?/default                                    in     404   404  404     404   404     404     404   404    404    404   404    404     may
/mystery-shopping/visits/[visit]/evidence?/default                                    in     404   404  404     404   404     404     404   404    404    404   404    404     may
/mystery-shopping/waves/[wave]/closure?/default                                       in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/details?/default                                       in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/files?/default                                         in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/files/[import]?/apply                                  in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/files/[import]?/discard                                in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/findings?/default                                      in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/plan?/draw                                             in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/plan?/confirm                                          in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/visits/[visit]?/default                                in     404   may  404     404   404     404     404   404    404    404   404    404     404
/mystery-shopping/waves/[wave]/visits/new?/default                                    in     404   may  404     404   404     404     404   404    404    404   404    404     404
/findings/[finding]/recommendations/new?/default                                      in     404   may  may     404   403     403     403   403    404    404   404    404     404
/paf/assessments/[scored]?/acknowledge                                                in     404   404  404     404   403     404     404   404    404    404   403    may     404
/paf/assessments/[scored]?/appeal                                                     in     404   404  404     404   403     404     404   404    404    404   403    may     404
/paf/assessments/[scored]?/decide                                                     in     404   404  404     404   403     404     404   404    404    404   may    403     404
/paf/assessments/[scored]/evidence?/add                                            in     404   404  404     404   403     404     404   404    404    404   403    403     404
/paf/assessments/[scored]/evidence?/remove                                         in     404   404  404     404   403     404     404   404    404    404   403    403     404
/paf/assessments/[scored]/evidence/library?/default                                in     404   404  404     404   403     404     404   404    404    404   403    403     404
/paf/assessments/[scored]/score?/default                                              in     404   404  404     404   403     404     404   404    404    404   403    403     404
/paf/assessments/[scored]/second-score?/default                                       in     404   404  404     404   403     404     404   404    404    404   403    403     404
/paf/imports?/default                                                                 in     404   404  may     may   may     may     404   404    404    404   404    404     404
/paf/imports/[list]?/columns                                                          in     404   404  404     404   may     404     404   404    404    404   404    404     404
/paf/imports/[list]?/apply                                                            in     404   404  404     404   may     404     404   404    404    404   404    404     404
/paf/imports/[list]?/discard                                                          in     404   404  404     404   may     404     404   404    404    404   404    404     404
/paf/interactions?/default                                                            in     404   404  may     may   may     may     404   404    404    404   404    404     404
/paf/months?/default                                                                  in     404   404  may     may   may     may     404   404    404    404   404    404     404
/paf/months/[month]?/quotas                                                           in     404   404  404     404   may     404     404   404    404    404   404    404     404
/paf/months/[month]?/draw                                                             in     404   404  404     404   may     404     404   404    404    404   404    404     404
/paf/months/[month]?/choose                                                           in     404   404  404     404   may     404     404   404    404    404   404    404     404
/paf/months/[month]?/close                                                            in     404   404  404     404   may     404     404   404    404    404   404    404     404
/paf/months/[month]?/reopen                                                           in     404   404  404     404   may     404     404   404    404    404   404    404     404
/paf/scores?/default                                                                  in     404   404  404     404   may     may     404   404    404    404   may    404     404
/paf/composite?/default                                                               in     404   may  404     404   404     404     404   404    404    404   404    404     404
/paf/settings?/default                                                                in     404   may  404     404   404     404     404   404    404    404   404    404     404
/paf/one-to-ones/[one]?/default                                                       in     404   404  404     404   404     404     404   404    404    404   may    may     404
/paf/one-to-ones/[one]/notes?/default                                                 in     404   404  404     404   404     404     404   404    404    404   may    may     404
/paf/one-to-ones/[one]/objectives/new?/default                                        in     404   404  404     404   404     404     404   404    404    404   may    403     404
/paf/one-to-ones/[one]/training/new?/default                                          in     404   404  404     404   404     404     404   404    404    404   may    403     404
/paf/one-to-ones/new?/default                                                         in     404   404  404     404   404     404     404   404    404    404   may    404     404
/paf/one-to-ones/objectives/[objective]?/default                                      in     404   404  404     404   404     404     404   404    404    404   may    403     404
/paf/services/[service]/findings?/default                                             in     404   may  may     404   may     may     403   403    403    404   404    404     404
/paf/staff/[staff]/months/[sheet]/details?/default                                    in     404   404  404     404   404     404     404   404    404    404   may    403     404
/paf/training/courses/[course]?/default                                               in     404   may  404     404   404     404     404   404    404    404   404    404     404
/paf/training/courses/new?/default                                                    in     404   may  404     404   404     404     404   404    404    404   404    404     404
/paf/training/staff/[staff]?/default                                                  in     404   404  404     404   404     404     404   404    404    404   may    403     404
/findings/[finding]/withdrawal?/default                                               in     404   may  may     404   403     403     403   403    404    404   404    404     404
/findings/new?/default                                                                in     404   may  may     may   may     may     404   404    404    404   404    404     404
/frameworks?/load                                                                     in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks?/upload                                                                   in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/copy?/default                                                   in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/deletion?/default                                               in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/edit?/default                                                   in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/edit/[part]?/default                                            in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/edit/criteria/[number]?/save                                    in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/edit/criteria/[number]?/remove                                  in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/edit/new-criterion?/default                                     in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/moving?/default                                                 in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/publication?/default                                            in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/withdrawal?/withdraw                                            in     404   may  404     404   404     404     404   404    404    404   404    404     404
/frameworks/[version]/withdrawal?/back                                                in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards?/load                                                                  in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards?/upload                                                                in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/new?/default                                                           in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/copy?/default                                              in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/deletion?/default                                          in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/[part]?/save                                          in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/[part]?/show                                          in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/questions/[question]?/save                            in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/questions/[question]?/show                            in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/questions/[question]?/remove                          in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/sections/[section]/new-question?/save                 in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/edit/sections/[section]/new-question?/show                 in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/publication?/default                                       in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/withdrawal?/withdraw                                       in     404   may  404     404   404     404     404   404    404    404   404    404     404
/scorecards/[scorecard]/withdrawal?/back                                           in     404   may  404     404   404     404     404   404    404    404   404    404     404
/standards?/default                                                                in     404   may  404     404   404     404     404   404    404    404   404    404     404
/standards/[standard]?/change                                                      in     404   may  404     404   404     404     404   404    404    404   404    404     404
/standards/[standard]?/retire                                                      in     404   may  404     404   404     404     404   404    404    404   404    404     404
/standards/new?/default                                                            in     404   may  404     404   404     404     404   404    404    404   404    404     404
/measures?/load                                                                         in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/new?/default                                                                  in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/[measure]/details?/change                                                     in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/[measure]/details?/retire                                                     in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/[measure]/targets?/add                                                        in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/[measure]/targets?/end                                                        in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/[measure]/values/[period]?/correct                                            in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/[measure]/values/[period]?/remove                                             in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/imports?/default                                                              in    404    may    may    may    403    403    403    403    403    404    403    404    404
/measures/imports/[brought]?/columns                                                    in    404    may    404    404    403    403    403    403    403    404    403    404    404
/measures/imports/[brought]?/apply                                                      in    404    may    404    404    403    403    403    403    403    404    403    404    404
/measures/imports/[brought]?/discard                                                    in    404    may    404    404    403    403    403    403    403    404    403    404    404
/measures?/compute                                                                      in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/months/[period]?/type                                                         in    404    may    may    may    403    403    403    403    403    404    403    404    404
/measures/months/[period]/release?/default                                              in    404    may    403    403    403    403    403    403    403    404    403    404    404
/measures/months/[period]?/late                                                        in    404    may    403    403    403    403    403    403    403    404    403    404    404
/thread/[strand]?/untie                                                            in     may    may    may    may    may    may    may    may    may    404    may    may    may
/thread/[strand]/details?/default                                                  in     403    may    may    403    403    403    403    403    403    404    403    403    403
/thread/edit?/move                                                                 in     403    may    may    may    403    403    403    403    403    404    may    403    403
/thread/edit?/undo                                                                 in     403    may    may    may    403    403    403    403    403    404    may    403    403
/thread/imports?/default                                                           in     403    may    403    403    403    403    403    403    403    404    403    403    403
/thread/imports/[import]?/apply                                                    in     403    may    403    403    403    403    403    403    403    404    403    403    403
/thread/imports/[import]?/discard                                                  in     403    may    403    403    403    403    403    403    403    404    403    403    403
/thread/ready-made/[name]?/default                                                 in     403    may    403    403    403    403    403    403    403    404    403    403    403
/thread/[strand]/place?/default                                                    in     403    may    may    403    403    403    403    403    403    404    403    403    403
/thread/[strand]/retirement?/default                                               in     403    may    may    403    403    403    403    403    403    404    403    403    403
/thread/[strand]/ties?/default                                                     in     403    may    may    may    may    may    403    403    403    404    may    403    403
/thread/new?/default                                                               in     403    may    may    may    403    403    403    403    403    404    may    403    403
/thread/ties?/tie                                                                  in     404    404    404    404    404    404    404    404    404    404    404    404    404
/thread/ties?/untie                                                                in     404    404    404    404    404    404    404    404    404    404    404    404    404
/journeys/[journey]/demand?/note                                                      in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand?/remove                                                    in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand?/bringBack                                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand/[contact]?/default                                         in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand/import?/default                                            in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand/import/[import]?/apply                                     in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/demand/import/[import]?/discard                                   in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/closure?/abandon                                                  in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/closure?/finish                                                   in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/closure?/reopen                                                   in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/details?/default                                                  in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/findings/new?/default                                             in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/lessons/[lesson]?/remove                                          in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/lessons/[lesson]?/save                                            in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/lessons?/default                                                  in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/up                                                   in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/down                                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/left                                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/right                                                in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/place                                                in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/duplicate                                            in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/split                                                in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/merge                                                in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/remove                                               in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/detach                                               in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/add                                                  in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/addStage                                             in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/stageUp                                              in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/stageDown                                            in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/undo                                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]?/redo                                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/files?/default                                        in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/files/[import]?/apply                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/files/[import]?/discard                               in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/stages/[stage]?/save                                  in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/stages/[stage]?/remove                                in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/start?/default                                        in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/next-review?/default                                              in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/steps/[step]?/default                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/maps/[kind]/steps/[step]/evidence?/default                        in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/methods/[method]?/remove                                          in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/methods/[method]?/save                                            in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/methods?/default                                                  in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/personas/[persona]?/remove                                        in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/personas/[persona]?/save                                          in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/personas/new?/default                                             in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/personas?/default                                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/principles/[framework]?/default                                   in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/progress/[step]?/back                                             in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/progress/[step]?/done                                             in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/services?/default                                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/team?/add                                                         in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/[journey]/team?/remove                                                      in     404   may  may     404   403     403     403   403    404    404   404    404     404
/journeys/costs/[channel]?/remove                                                     in     404   may  403     403   403     403     403   403    404    404   404    404     404
/journeys/costs/[channel]?/set                                                        in     404   may  403     403   403     403     403   403    404    404   404    404     404
/journeys/new?/default                                                                in     404   may  may     may   404     404     404   404    404    404   404    404     404
/reports/kept/new?/default                                                         in     may    may    may    may    may    may    may    may    may    may    may    may    may
/reports/schedules/new?/default                                                    in     may    may    may    may    may    may    may    may    may    may    may    may    may
/reports/schedules/[schedule]/end?/default                                         in     404    404    may    404    404    404    404    404    404    404    404    404    404
/recommendations/[recommendation]/details?/default                                    in     404   may  may     404   403     403     403   403    404    404   404    404     404
/recommendations/[recommendation]/withdrawal?/default                                 in     404   may  may     404   403     403     403   403    404    404   404    404     404
/recommendations/matrix/weights?/default                                              in     404   may  404     404   404     404     404   404    404    404   404    404     404
/journeys/toolkit/publication?/default                                                in     404   may  404     404   404     404     404   404    404    404   404    404     404
/calibrations/new?/default                                                         in     404    may    404    404    may    may    404    404    404    404    404    404    404
/calibrations/tables/new?/default                                                  in     404    may    404    404    may    may    404    404    404    404    404    404    404
/calibrations/[calibration]/assessors?/invite                                      in     404    403    404    404    may    403    404    404    404    404    403    404    404
/calibrations/[calibration]/assessors?/remove                                      in     404    403    404    404    may    403    404    404    404    404    403    404    404
/calibrations/[calibration]/assessors?/key                                         in     404    403    404    404    may    403    404    404    404    404    403    404    404
/calibrations/[calibration]/closure?/default                                       in     404    403    404    404    may    403    404    404    404    404    403    404    404
/calibrations/[calibration]/interactions?/add                                      in     404    403    404    404    may    403    404    404    404    404    403    404    404
/calibrations/[calibration]/interactions?/remove                                   in     404    403    404    404    may    403    404    404    404    404    403    404    404
/calibrations/[calibration]/questions/[question]?/default                          in     404    403    404    404    may    403    404    404    404    404    403    404    404
/calibrations/[calibration]/reveal?/default                                        in     404    403    404    404    may    403    404    404    404    404    403    404    404
/calibrations/[calibration]/interactions/[position]?/default                       in     404    403    404    404    403    may    404    404    404    404    may    404    404
/calibrations/tables/[table]/import?/default                                       in     404    404    404    404    may    404    404    404    404    404    404    404    404
/calibrations/tables/[table]/import/[import]?/apply                                in     404    404    404    404    may    404    404    404    404    404    404    404    404
/calibrations/tables/[table]/import/[import]?/discard                              in     404    404    404    404    may    404    404    404    404    404    404    404    404
/feedback/cases/[case]/acknowledgement?/default                                       in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/answer?/default                                                in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/escalation?/default                                            in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/extension?/default                                             in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/finding?/default                                               in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/handler?/default                                               in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/lesson?/default                                                in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/original?/default                                              in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/reopening?/default                                             in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/cases/[case]/withdrawal?/default                                            in     404   403  may     404   404     404     404   404    404    404   404    404     404
/feedback/new?/default                                                                in     404   may  may     may   may     may     404   404    404    404   may    may     404
/feedback/surveys/new?/default                                                        in     404   may  may     may   404     404     404   404    404    404   404    404     404
/feedback/surveys/[survey]/details?/default                                           in     404   may  may     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/link?/default                                              in     404   may  may     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/closure?/default                                           in     404   may  may     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/held?/default                                              in     404   may  may     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/answers/new?/default                                       in     404   may  may     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/imports?/default                                           in     404   may  may     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/imports/[import]?/apply                                    in     404   may  may     404   403     403     403   403    404    404   404    404     404
/feedback/surveys/[survey]/imports/[import]?/discard                                  in     404   may  may     404   403     403     403   403    404    404   404    404     404
/feedback/imports?/default                                                            in     404   may  may     may   404     404     404   404    404    404   404    404     404
/feedback/imports/[import]?/apply                                                     in     404   404  may     404   404     404     404   404    404    404   404    404     404
/feedback/imports/[import]?/discard                                                   in     404   404  may     404   404     404     404   404    404    404   404    404     404
/feedback/settings?/default                                                           in     404   may  404     404   404     404     404   404    404    404   404    404     404
/survey/[token]?/default                                                              may    may   may  may     may   may     may     may   may    may    may   may    may     may
`);

/** What has to be in a form before it is known what it is about. */
const bodies: Record<string, (things: Things) => Record<string, string>> = {
	'/actions/board?/move': ({ action = '' }) => ({ action, status: 'on track', version: '1' }),
	'/assessments/[assessment]/criteria/[criterion]/handover?/end': ({ colleague = '' }) => ({ personId: colleague })
};

/** Endpoints that look at the query. */
const queries: Record<string, string> = {
	'/actions/export': '?format=csv',
	'/actions/plan/export': '?format=csv',
	'/assessments/export': '?format=csv',
	'/board/decisions/export': '?format=csv',
	'/board/meetings/export': '?format=csv',
	'/calibrations/[calibration]/ratings': '?format=csv',
	'/calibrations/export': '?format=csv',
	'/calibrations/tables/[table]/export': '?format=csv',
	'/calibrations/tables/export': '?format=csv',
	'/cycles/[cycle]/export': '?format=csv',
	'/evidence/table': '?format=csv',
	'/feedback/cases/export': '?format=csv',
	'/feedback/surveys/export': '?format=csv',
	'/feedback/surveys/[survey]/export': '?format=csv',
	'/findings/export': '?format=csv',
	'/paf/appeals/export': '?format=csv',
	'/paf/mine/export': '?format=csv',
	'/paf/months/export': '?format=csv',
	'/paf/one-to-ones/export': '?format=csv',
	'/paf/scores/export': '?format=csv',
	'/paf/staff/export': '?format=csv',
	'/paf/results/export': '?format=csv',
	'/paf/training/export': '?format=csv',
	'/journeys/[journey]/demand/export': '?format=csv',
	'/journeys/[journey]/demand/summary/export': '?format=csv',
	'/journeys/export': '?format=csv',
	'/mystery-shopping/checks/export': '?format=csv',
	'/mystery-shopping/scenarios/export': '?format=csv',
	'/mystery-shopping/waves/[wave]/visits/export': '?format=csv',
	'/recommendations/export': '?format=csv',
	'/reports/kept/export': '?format=csv',
	'/reports/kept/new': '?kind=PAF%20council',
	'/reports/schedules/new': '?kind=PAF%20council',
	'/standards/export': '?format=csv',
	'/thread/[strand]/below/export': '?format=csv',
	'/thread/export': '?format=csv',
	'/thread/up': '?kind=criterion&thing=enfield-five-levels%2F1.1',
	'/thread/ties': '?kind=criterion&thing=enfield-five-levels%2F1.1',
	'/measures/[measure]/export': '?format=csv',
	'/measures/export': '?format=csv',
	'/measures/months/export': '?format=csv',
	'/measures/values/export': '?format=csv'
};

/** Where a parameter's name means something else than elsewhere. */
function thingsAt(address: string, things: Things): Things {
	const { feed = '', draft = '', 'council import': brought = '' } = things;
	if (address.startsWith('/calendar')) return { ...things, token: feed };
	if (address.startsWith('/survey')) return { ...things, token: things['survey token'] ?? '' };
	if (address.startsWith('/feedback'))
		return { ...things, import: things[address.includes('[survey]') ? 'survey import' : 'feedback import'] ?? '', format: 'csv' };
	if (address.startsWith('/admin')) return { ...things, import: brought, format: 'csv' };
	if (address.startsWith('/journeys'))
		return {
			...things,
			kind: 'as-is',
			step: (address.includes('/maps/') ? things['map step'] : things.step) ?? '',
			import: (address.includes('/maps/') ? things['map import'] : things['journey import']) ?? '',
			format: 'csv'
		};
	if (address.startsWith('/mystery-shopping')) return { ...things, import: things['wave import'] ?? '', format: 'csv' };
	if (address.startsWith('/calibrations'))
		return { ...things, import: things['ratings import'] ?? '', format: address.includes('template') ? 'csv' : 'json' };
	if (address.startsWith('/thread')) return { ...things, name: 'enfield', import: things['thread import'] ?? '', format: 'csv' };
	if (address.startsWith('/reports')) return { ...things, format: 'json' };
	if (/^\/frameworks.*(edit|publication|deletion)/.test(address)) return { ...things, version: draft, number: '1.1' };
	if (/^\/scorecards.*(edit|publication|deletion)/.test(address))
		return { ...things, scorecard: things['scorecard draft'] ?? '', part: 'about', section: 'A', question: 'A1' };
	if (address.startsWith('/glance')) return { ...things, part: 'demand', format: 'csv' };
	return { ...things, format: 'csv' };
}

const routes = allRoutes();
const dependsOnStanding = ({ address }: Route) => /\[(assessment|evidence)\]/.test(address);
const standingsOf = (route: Route): readonly Standing[] => (dependsOnStanding(route) ? standings : ['draft']);
/** The line of a table about an address whose assessment stands so. */
function lineOf(table: ReturnType<typeof tableIn>, name: string, standing: Standing): Record<string, string> {
	const found = [...table].find(([line]) => {
		const [about = '', at] = line.split('@');
		return about === name && (!at || at.split(',').includes(standing));
	});
	return found?.[1] ?? {};
}
const sent = (route: Route) => route.actions.map((action) => ({ route, action, name: `${route.address}?/${action}` }));

// thousands of requests, on a machine that does other things as well
vi.setConfig({ testTimeout: 180_000 });

let served: Served;
let council: Awaited<ReturnType<typeof councilAtWork>>;
const cookies: Record<string, string> = {};
beforeAll(async () => {
	served = await serve();
	council = await councilAtWork(served.db);
	for (const [column, who] of Object.entries(cast)) if (who) cookies[column] = await served.cookieOf(who);
});
afterAll(() => served?.stop());

const columns = Object.keys(cast);
const inOrder = (cells: Record<string, string>) => Object.fromEntries(columns.map((column) => [column, cells[column]]));
/** Asks for several columns at once. */
const eachColumn = async (some: string[], ask: (column: string) => Promise<string>): Promise<Record<string, string>> =>
	Object.fromEntries(await Promise.all(some.map(async (column) => [column, await ask(column)] as const)));
/** Changes whenever somebody else (the server) has written to the database. */
const writtenByServer = () => served.db.$client.pragma('data_version', { simple: true });
const headersOf = (column: string): Record<string, string> => (cookies[column] ? { cookie: cookies[column] } : {});
const isToSignIn = (location: string | null | undefined) => location?.startsWith('/sign-in') ?? false;

async function read(column: string, route: Route, things: Things): Promise<string> {
	const address = filled(route.address, thingsAt(route.address, things)) + (queries[route.address] ?? '');
	const response = await fetch(served.origin + address, { redirect: 'manual', headers: headersOf(column) });
	await response.arrayBuffer();
	return response.status === 303 && isToSignIn(response.headers.get('location')) ? 'in' : String(response.status);
}

/** Sends a form as the page's script does, so that the action itself answers and not the page that is shown after it. */
async function send(column: string, route: Route, action: string, things: Things, body: Record<string, string> = {}, headers = {}) {
	const at = action === 'default' || !route.page ? '' : `?/${action}`;
	const response = await fetch(served.origin + filled(route.address, thingsAt(route.address, things)) + at, {
		method: route.page ? 'POST' : action,
		redirect: 'manual',
		headers: { origin: served.origin, accept: 'application/json', 'x-sveltekit-action': 'true', ...headersOf(column), ...headers },
		body: new URLSearchParams(body)
	});
	const text = await response.text();
	const location = response.headers.get('location') ?? (text.startsWith('{') ? (JSON.parse(text) as { location?: string }).location : null);
	if (isToSignIn(location)) return 'in';
	return response.status === 403 || response.status === 404 ? String(response.status) : 'may';
}

test('every address is in the table, and nothing that is gone', () => {
	const bare = (table: Map<string, unknown>) => new Set([...table.keys()].map((line) => line.split('@')[0]));
	const read = routes.filter(({ reads }) => reads).map(({ address }) => address);
	expect([...bare(reading)].sort()).toEqual([...new Set(read)].sort());
	const names = routes.flatMap((route) => sent(route).map(({ name }) => name));
	expect([...bare(sending)].sort()).toEqual([...new Set(names)].sort());
});

describe('reading', () => {
	const readable = routes.filter(({ reads }) => reads);

	test('each address answers each role as the table says, and writes nothing', async () => {
		const before = writtenByServer();
		const wrong: object[] = [];
		for (const route of readable)
			for (const standing of standingsOf(route)) {
				const cells = await eachColumn(columns, (column) => read(column, route, council.repairs[standing]));
				const expected = lineOf(reading, route.address, standing);
				const differing = columns.filter((column) => cells[column] !== expected[column]);
				if (differing.length) wrong.push({ at: `${route.address}@${standing}`, got: inOrder(cells), differing });
			}
		expect(wrong).toEqual([]);
		expect(writtenByServer()).toBe(before);
	});

	test('the things of another service answer its own manager, and nobody because of a role elsewhere', async () => {
		const wrong: object[] = [];
		for (const route of readable.filter(({ address }) => /^\/[a-z]+.*\[(assessment|evidence|action|cycle|version)\]/.test(address)))
			for (const standing of standingsOf(route)) {
				const { manager = '', other = '', leader = '', ...rest } = lineOf(reading, route.address, standing);
				const expected: Record<string, string> = { ...rest, leader, manager: other, other: manager, service: leader, given: leader };
				const cells = await eachColumn(columns, (column) => read(column, route, council.planning[standing]));
				const differing = columns.filter((column) => cells[column] !== expected[column]);
				if (differing.length) wrong.push({ at: `${route.address}@${standing}`, got: inOrder(cells), differing });
			}
		expect(wrong).toEqual([]);
	});

	test('a colleague sees the criterion handed to them and no other', async () => {
		const things = { ...council.repairs.draft, criterion: '1.2' };
		for (const route of readable.filter(({ address }) => address.includes('[criterion]')))
			expect(await read('given', route, things), route.address).toBe('404');
	});

	test('a draft of a framework is there for the programme lead alone', async () => {
		const things = { ...council.repairs.draft, version: council.repairs.draft.draft ?? '' };
		for (const route of readable.filter(({ address }) => /^\/frameworks\/\[version\](\/(csv|xlsx|yaml))?$/.test(address)))
			for (const column of columns.slice(1)) expect(await read(column, route, things), column).toBe(column === 'lead' ? '200' : '404');
	});

	test('a list asked for another service holds nothing of it', async () => {
		const { service = '' } = council.planning.draft;
		for (const list of [
			'/actions?',
			'/actions/board?',
			'/actions/plan?',
			'/actions/export?format=csv&',
			'/evidence?',
			'/evidence/table?format=csv&'
		])
			for (const column of ['manager', 'service', 'given', 'viewer', 'leader']) {
				const response = await fetch(`${served.origin}${list}service=${service}&status=all`, { headers: headersOf(column) });
				expect(await response.text(), `${list} as ${column}`).not.toMatch(/people of planning|say of planning/);
			}
	});
});

describe('sending', () => {
	const all = routes.flatMap(sent);

	test('who may not is told so, and nothing changes', async () => {
		const wrong: object[] = [];
		let before = writtenByServer();
		for (const { route, action, name } of all)
			for (const standing of standingsOf(route)) {
				const things = council.repairs[standing];
				const expected = lineOf(sending, name, standing);
				const refused = columns.filter((one) => expected[one] !== 'may');
				const cells = await eachColumn(refused, (column) => send(column, route, action, things, bodies[name]?.(things)));
				const differing = refused.filter((column) => cells[column] !== expected[column]);
				const changed = writtenByServer() !== before;
				before = writtenByServer();
				if (differing.length || changed) wrong.push({ at: `${name}@${standing}`, got: inOrder(cells), differing, changed });
			}
		expect(wrong).toEqual([]);
	});

	test('nothing comes from another site, whoever is signed in', async () => {
		const before = writtenByServer();
		for (const { route, action, name } of all)
			for (const elsewhere of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }])
				for (const column of columns.filter((one) => lineOf(sending, name, 'draft')[one] === 'may'))
					expect(await send(column, route, action, council.repairs.draft, {}, elsewhere), `${name} as ${column}`).toBe('403');
		expect(writtenByServer()).toBe(before);
	});

	test('who may is let through to the form', async () => {
		const wrong: object[] = [];
		for (const { route, action, name } of all)
			for (const standing of standingsOf(route))
				for (const column of columns.filter((one) => lineOf(sending, name, standing)[one] === 'may')) {
					// some of these end sessions
					const who = cast[column];
					if (who) cookies[column] = await served.cookieOf(who);
					const got = await send(column, route, action, council.repairs[standing]);
					const signedOut = name === '/sign-out?/POST' || name === '/account?/everywhere';
					if (got !== (signedOut ? 'in' : 'may')) wrong.push({ at: `${name}@${standing}`, column, got });
				}
		expect(wrong).toEqual([]);
	});
});
